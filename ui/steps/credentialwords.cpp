// SPDX-License-Identifier: Apache-2.0
#include "steps/credentialwords.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;
using wecom::Field;
using wecom::Pasted;
using wecom::Shape;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::CredentialWords)
};

QString nameOf(Field field)
{
    switch (field) {
    case Field::CompanyId:
        return Words::tr("Company ID");
    case Field::AgentId:
        return Words::tr("AgentId");
    case Field::Secret:
        break;
    }
    return Words::tr("Secret");
}

QString maskedText()
{
    return Words::tr(
        "This is the hidden form with stars. Show the value in the console first, then copy it.");
}

QString publicAccountText(Field field)
{
    if (field == Field::Secret)
        return Words::tr("This looks like the AppSecret of a WeChat public account. The Secret stands on the "
                         "app's page in WeCom's console.");
    return Words::tr("This may be the id of a WeChat public account. The Company ID stands at the bottom of "
                     "My Company.");
}

QString unusualText(Field field, qsizetype size)
{
    if (field == Field::CompanyId)
        return Words::tr("A Company ID usually begins with ww and has 18 characters.");
    if (field == Field::AgentId)
        return Words::tr("An AgentId is usually a number like 1000004.");
    return Words::tr("A Secret usually has 43 characters; this one has %1.").arg(size);
}

QString wrongText(Field field)
{
    if (field == Field::CompanyId)
        return Words::tr("This cannot be a Company ID.");
    if (field == Field::AgentId)
        return Words::tr("An AgentId is a number.");
    return Words::tr("This cannot be a Secret.");
}

bool isKnown(const Pasted::Value &value, const setup::Credentials &known)
{
    switch (value.field) {
    case Field::CompanyId:
        return known.companyId == value.text;
    case Field::AgentId:
        return known.agentId == value.text;
    case Field::Secret:
        break;
    }
    return known.secret == vault::Secret::fromText(value.text);
}

} // namespace

FieldRemark remarkOf(Field field, Shape shape, qsizetype size)
{
    switch (shape) {
    case Shape::Masked:
        return {TextField::Tone::Problem, maskedText()};
    case Shape::PublicAccount:
        return {TextField::Tone::Warning, publicAccountText(field)};
    case Shape::ConsoleNumber:
        return {TextField::Tone::Problem,
                Words::tr("This is the long number of the console's address bar. The "
                          "AgentId is the short one on the app's page.")};
    case Shape::Unusual:
        return {TextField::Tone::Warning, unusualText(field, size)};
    case Shape::Wrong:
        return {TextField::Tone::Problem, wrongText(field)};
    case Shape::Empty:
    case Shape::Good:
        break;
    }
    return {};
}

QString refusalOf(const Pasted &pasted)
{
    if (pasted.kind == Pasted::Kind::Masked)
        return Words::tr(
            "Not taken: this is the hidden form with stars. Show the value in the console first, "
            "then copy it.");
    if (pasted.kind == Pasted::Kind::ConsolePage)
        return Words::tr(
            "Not taken: this is the address of a page in WeCom's console. The number in it is not "
            "the AgentId; open that page and copy the values that stand on it.");
    return {};
}

QString recognisedText(Field field)
{
    return Words::tr("Recognised: %1").arg(nameOf(field));
}

QString movedText(const QList<Pasted::Value> &values)
{
    QStringList names;
    for (const Pasted::Value &value : values)
        names << nameOf(value.field);
    return Words::tr("Recognised and put where it belongs: %1").arg(names.join(u", "_s));
}

QString offerText(const Pasted &pasted, const setup::Credentials &known)
{
    QStringList found;
    for (const Pasted::Value &value : pasted.values) {
        if (isKnown(value, known))
            continue;
        found << (value.field == Field::Secret ? Words::tr("something that looks like the Secret")
                                               : nameOf(value.field) + u' ' + value.text);
    }
    return found.isEmpty() ? QString() : Words::tr("On your clipboard: %1").arg(found.join(u", "_s));
}

} // namespace ui
