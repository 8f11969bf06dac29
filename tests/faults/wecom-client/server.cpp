// SPDX-License-Identifier: Apache-2.0
// Runs a rehearsal for a test in another language: prints where it is as one line of JSON, then obeys lines
// on standard input ("perform STEP", "fault CAUSE", "fault") and answers each with a line, until that ends.
#include "demo/rehearsal.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <iostream>
#include <string>

using namespace Qt::StringLiterals;

int main()
{
    demo::Rehearsal rehearsal;
    const QJsonObject hello{
        {u"wecom"_s, rehearsal.wecomUrl().toString()},  {u"nocobase"_s, rehearsal.nocobaseUrl().toString()},
        {u"companyId"_s, rehearsal.companyId()},        {u"agentId"_s, rehearsal.agentId()},
        {u"secret"_s, rehearsal.secret().revealText()}, {u"server"_s, rehearsal.serversAddress()}};
    std::cout << QJsonDocument(hello).toJson(QJsonDocument::Compact).toStdString() << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        const QString text = QString::fromStdString(line);
        const QString word = text.section(u' ', 0, 0), rest = text.section(u' ', 1);
        bool done = false;
        if (word == u"perform"_s) {
            const auto step = setup::stepFromName(rest);
            done = step && rehearsal.perform(*step);
        } else if (word == u"fault"_s) {
            rehearsal.setFaults(rest.isEmpty() ? QStringList() : QStringList{rest});
            done = rest.isEmpty() || rehearsal.faults().contains(rest);
        }
        std::cout << (done ? "done" : "refused") << std::endl;
    }
    return rehearsal.isRunning() ? 0 : 1;
}
