// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/rehearsalcontrol.h"
#include "demo/world.h"

namespace demo {

// WeCom on this computer: server API, login pages and the phone, as far as public documentation and
// measurements tell. Documents 91039 (gettoken), 90227/90228 (agent), 96442/96443 (login), 96255 (member),
// 98171 (Web login), 96441 (OAuth).
class WecomSide
{
public:
    explicit WecomSide(World &world) : m_world(world) {}
    Answer answer(const Call &call);

    // The phone; false when no login page waits, or nothing was scanned.
    bool scan();
    bool decide(bool agree);
    // Under the world's mutex: the latest page, while its browser still asks, and the phone's screen.
    const LoginPage *waitingPage() const;
    assistant::RehearsalControl::PhoneState phoneState() const;

private:
    // Server API (wecomapi.cpp). All under the world's mutex.
    Answer api(const Call &call);
    QJsonObject getToken(const Call &call);
    QJsonObject agentGet(const Call &call) const;
    QJsonObject agentList() const;
    QJsonObject agentSet(const Call &call);
    QJsonObject userInfo(const Call &call, bool legacy);
    QJsonObject userDetail(const Call &call) const;
    QJsonObject member(const Call &call) const;

    // Pages (wecompages.cpp, wecomphone.cpp).
    Answer openPage(const Call &call);
    Answer pollPage(const Call &call);
    Answer picture(const Call &call);
    Answer authorize(const Call &call);
    Answer phone(const Call &call);
    bool isTooOld(const LoginPage &page) const;
    QString makeCode(Visitor visitor, const QUrl &redirect, bool privateInfo);
    // The colleague opens the app inside WeCom once, as every first login has to.
    void openInWecom(const LoginPage &page);

    World &m_world;
};

// "<text>, hint: […], from ip: …, more info at …", the form of WeCom's messages.
QJsonObject refusal(int errcode, const QString &text, const QString &address);

} // namespace demo
