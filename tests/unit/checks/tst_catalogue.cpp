// SPDX-License-Identifier: Apache-2.0
#include "wordfiles.h"
#include "worlds.h"

#include "checks/catalogue.h"
#include "setup/schema.h"
#include "setup/ways.h"
#include "wecom/console.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace worlds;
using namespace wordfiles;
using checks::Catalogue;

namespace {

// The contract: ids are used by the fault menu, translators and tests.
const QStringList &contract()
{
    static const QStringList ids =
        QStringLiteral(
            "wecom.company-id.wrong wecom.company-id.public-account wecom.secret.wrong "
            "wecom.secret.other-kind "
            "wecom.agent.other-app wecom.agent.unknown wecom.app.disabled wecom.app.scope-empty "
            "wecom.rate-limited wecom.busy wecom.token-ended wecom.company.unverified wecom.company.unusable "
            "wecom.other "
            "domain.oauth.empty domain.oauth.mismatch domain.port domain.callback.mismatch "
            "domain.ownership.missing "
            "domain.ownership.masked domain.ownership.unverified domain.not-allowed domain.filing "
            "domain.limit "
            "ip.untrusted ip.changed server.cannot-reach-wecom pc.untrusted "
            "link.wrong-ids link.agentid-missing link.scope link.internal-host link.encoding link.host "
            "homepage.empty homepage.other homepage.plain homepage.refused "
            "login.outside-wecom login.inside-unnoticed login.not-scanned login.declined login.code-expired "
            "login.code-used "
            "login.callback-missing "
            "login.member.out-of-scope login.first-time login.user-not-found login.no-role login.ip "
            "nocobase.unreachable nocobase.certificate nocobase.plain-http nocobase.base-path "
            "nocobase.restarting "
            "nocobase.sign-in nocobase.password-off nocobase.api-key nocobase.role nocobase.too-old "
            "plugin.absent plugin.off plugin.failed plugin.no-button plugin.other-vendor "
            "authenticator.disabled authenticator.several-automatic authenticator.secret-public "
            "authenticator.changed apply.cut.old apply.cut.new apply.cut.between apply.cut.changed "
            "layout.unknown "
            "setup.incomplete setup.not-applied keychain.missing keychain.locked keychain.refused "
            "clock.wrong proxy.needed proxy.refused "
            "dns.unknown "
            "browser.cannot-start browser.blank browser.ended browser.hung browser.empty")
            .split(u' ');
    return ids;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression braces(u"\\{(\\w*)\\}"_s);
    QStringList names;
    auto matches = braces.globalMatch(text);
    while (matches.hasNext())
        names.append(matches.next().captured(1));
    names.sort();
    return names;
}

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void filesFitTheSchema_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"causes", "en", "zh_CN"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void filesFitTheSchema()
    {
        QFETCH(QString, name);
        const QJsonObject object = resource(u"catalogue/"_s + name + u".json"_s);
        QVERIFY(!object.isEmpty());
        const auto valid = setup::validate(object, u":/schema/catalogue.json"_s);
        QVERIFY2(valid.has_value(),
                 valid ? "" : qPrintable(valid.error().param(u"field"_s) + u' ' + valid.error().said));
        QJsonObject broken = object;
        broken[u"causes"_s] = QJsonObject{{u"x"_s, 1}};
        QVERIFY(!setup::validate(broken, u":/schema/catalogue.json"_s).has_value());
    }

    void everyCauseIsThere()
    {
        QStringList ids = Catalogue::instance().causes(), expected = contract();
        ids.sort();
        expected.sort();
        QCOMPARE(ids, expected);
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            QStringList named = words(language)[u"causes"_s].toObject().keys();
            named.sort();
            QCOMPARE(named, expected);
        }
    }

    void structureLeadsSomewhere()
    {
        const QJsonObject causes = resource(u"catalogue/causes.json"_s)[u"causes"_s].toObject();
        for (auto it = causes.begin(); it != causes.end(); ++it) {
            QVERIFY2(setup::stepFromName(it.value()[u"jump"_s].toString()), qPrintable(it.key()));
            const QString place = it.value()[u"place"_s].toString();
            if (!place.isEmpty())
                QVERIFY2(!wecom::consolePlace(place).path.isEmpty(), qPrintable(place));
            const QString paste = it.value()[u"paste"_s].toString();
            if (!paste.isEmpty())
                QVERIFY2(words(u"en"_s)[u"placeholders"_s][paste].isString(), qPrintable(it.key()));
            const QString action = it.value()[u"action"_s].toString();
            if (!action.isEmpty())
                QVERIFY2(!Catalogue::instance().label(u"actions"_s, action, u"en"_s).isEmpty(),
                         qPrintable(action));
        }
    }

    // Whoever wants to read on gets there: an official page for all that is WeCom's or NocoBase's.
    void officialPages()
    {
        const QStringList official{u"developer.work.weixin.qq.com"_s, u"open.work.weixin.qq.com"_s,
                                   u"beian.miit.gov.cn"_s, u"docs.nocobase.com"_s, u"www.nocobase.com"_s};
        const QJsonObject causes = resource(u"catalogue/causes.json"_s)[u"causes"_s].toObject();
        for (auto it = causes.begin(); it != causes.end(); ++it) {
            const QUrl link(it.value()[u"link"_s].toString());
            static const QStringList theirs{u"wecom"_s,  u"domain"_s,        u"ip"_s,
                                            u"link"_s,   u"homepage"_s,      u"login"_s,
                                            u"plugin"_s, u"authenticator"_s, u"layout"_s};
            if (theirs.contains(it.key().section(u'.', 0, 0)))
                QVERIFY2(official.contains(link.host()), qPrintable(it.key()));
            else
                QVERIFY2(link.isEmpty() || official.contains(link.host()), qPrintable(it.key()));
        }
    }

    void whatIsKnownAndWhatIsPasted()
    {
        TestWorld w = healthy();
        w.put<wecom::AgentInfo>(w.facts.agentFromPc, agentInfo(u"old-crm.example.com"_s), Inputs::WecomApp);
        const Finding finding = w.finding(u"domain.oauth"_s);
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            const auto words = Catalogue::instance().words(finding, language);
            QCOMPARE(words.paste, u"crm.example.com"_s);
            QVERIFY(!words.proof.isEmpty() && !words.ruledOutBy.isEmpty());
            QVERIFY(Catalogue::instance().proofText(finding, language).contains(words.proof));
        }
        QVERIFY(Catalogue::instance().proofText(w.finding(u"wecom.agent"_s), u"en"_s).isEmpty());
        QVERIFY(Catalogue::instance().words(w.finding(u"wecom.agent"_s), u"en"_s).paste.isEmpty());
    }

    // A number of WeCom's that belongs to no finding (setting the homepage, say) is told by its cause, too.
    void numbersAreSentences_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("cause");
        QTest::newRow("homepage") << 40094 << u"homepage.refused"_s;
        QTest::newRow("limit") << 85004 << u"domain.limit"_s;
        QTest::newRow("computer") << 60020 << u"ip.untrusted"_s;
    }
    void numbersAreSentences()
    {
        QFETCH(int, code);
        QFETCH(QString, cause);
        const auto &catalogue = Catalogue::instance();
        for (const QString &language : {u"en"_s, u"zh_CN"_s})
            QVERIFY(catalogue.faultText(wecomError(code), language)
                        .startsWith(catalogue.causeTitle(cause, language)));
        QCOMPARE(catalogue.faultText(wecomError(123), u"en"_s), u"WeCom refused the request."_s);
    }

    void everyCheckStepAndFaultHasWords()
    {
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            const QJsonObject all = words(language);
            for (int step = 0; step <= int(StepId::Finish); ++step) {
                const auto id = StepId(step);
                const auto own = Catalogue::instance().step(id, language);
                QVERIFY2(!own.title.isEmpty() && !own.rail.isEmpty() && !own.lead.isEmpty() &&
                             !own.group.isEmpty(),
                         qPrintable(setup::stepName(id)));
                for (const QString &check : checks::checksOf(id))
                    QVERIFY2(all[u"checks"_s][check].isObject(), qPrintable(language + u' ' + check));
            }
            for (int code = 0; code <= int(net::FaultCode::FileFailed); ++code)
                QVERIFY2(all[u"faults"_s][net::faultName(net::FaultCode(code))].isString(),
                         qPrintable(net::faultName(net::FaultCode(code))));
            for (int outcome = 0; outcome <= int(login::Outcome::Cancelled); ++outcome)
                QVERIFY(all[u"outcomes"_s][login::outcomeName(login::Outcome(outcome))].isString());
            for (int hop = 0; hop <= int(login::HopKind::Other); ++hop)
                QVERIFY(all[u"hops"_s][login::hopName(login::HopKind(hop))].isString());
            for (const nocobase::Option option : nocobase::allOptions())
                QVERIFY(all[u"options"_s][nocobase::optionName(option)].isString());
            for (const auto vantage : {Vantage::Pc, Vantage::Server, Vantage::Browser, Vantage::Person})
                QVERIFY(!Catalogue::instance().vantageText(vantage, language).isEmpty());
        }
    }

    void languagesSayTheSame()
    {
        const auto english = texts(u"en"_s), chinese = texts(u"zh_CN"_s);
        QCOMPARE(chinese.keys(), english.keys());
        const QSet<QString> known = [] {
            const auto keys = words(u"en"_s)[u"placeholders"_s].toObject().keys();
            return QSet<QString>(keys.begin(), keys.end());
        }();
        for (auto it = english.begin(); it != english.end(); ++it) {
            QVERIFY2(placeholders(it.value()) == placeholders(chinese[it.key()]), qPrintable(it.key()));
            for (const QString &name : placeholders(it.value()))
                QVERIFY2(known.contains(name), qPrintable(it.key() + u' ' + name));
        }
    }

    // The heading and lead of the steps, as they were designed.
    void stepsAsDesigned()
    {
        const auto &catalogue = Catalogue::instance();
        QCOMPARE(catalogue.step(StepId::Credentials, u"en"_s).title, u"Company ID, AgentId and Secret"_s);
        QCOMPARE(catalogue.step(StepId::Credentials, u"en"_s).rail, u"Company ID, AgentId, Secret"_s);
        QCOMPARE(catalogue.step(StepId::TrustedDomain, u"en"_s).lead,
                 u"Tell WeCom that pages on your NocoBase domain may ask who the user is."_s);
        QCOMPARE(catalogue.step(StepId::TrustedDomain, u"zh_CN"_s).lead,
                 u"让企业微信允许你的 NocoBase 域名获取登录用户的身份。"_s);
        QCOMPARE(catalogue.step(StepId::Review, u"zh_CN"_s).group, u"NocoBase"_s);
        QCOMPARE(catalogue.step(StepId::TestLogin, u"en"_s).group, u"Go live"_s);
    }

    void fallsBackToEnglish()
    {
        const auto &catalogue = Catalogue::instance();
        QCOMPARE(catalogue.step(StepId::Welcome, u"fr"_s).title,
                 catalogue.step(StepId::Welcome, u"en"_s).title);
        QCOMPARE(catalogue.step(StepId::Welcome, u"zh-CN"_s).title, u"欢迎"_s);
        QCOMPARE(catalogue.step(StepId::Welcome, u"en_GB"_s).title, u"Welcome"_s);
    }

    void evidenceIsFilledIn()
    {
        TestWorld w = healthy();
        w.put<wecom::AgentInfo>(w.facts.agentFromPc, agentInfo(u"old-crm.example.com"_s), Inputs::WecomApp);
        const auto &catalogue = Catalogue::instance();
        const auto en = catalogue.words(w.finding(u"domain.oauth"_s), u"en"_s);
        QCOMPARE(en.title, u"WeCom has another domain: old-crm.example.com"_s);
        QVERIFY(en.todo.last().contains(u"crm.example.com"_s));
        QCOMPARE(en.place, u"trusted-domain"_s);
        QCOMPARE(en.seen, u"by-us"_s);
        QCOMPARE(en.jump, std::optional(StepId::TrustedDomain));
        QCOMPARE(en.actionLabel, u"Set it for me"_s);
        QCOMPARE(catalogue.words(w.finding(u"domain.oauth"_s), u"zh_CN"_s).title,
                 u"企业微信中填写的是另一个域名：old-crm.example.com"_s);
    }

    // A finding that lacks some evidence still reads as a sentence.
    void missingEvidenceStaysReadable()
    {
        for (const QString &cause : contract()) {
            for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
                Finding finding;
                finding.check = u"wecom.agent"_s;
                finding.cause = cause;
                finding.severity = Severity::Problem;
                const auto words = Catalogue::instance().words(finding, language);
                for (const QString &text : QStringList{words.title, words.detail} + words.todo) {
                    QVERIFY2(!text.contains(u'{') && !text.contains(u'}'), qPrintable(cause + u' ' + text));
                    QVERIFY(!text.trimmed().isEmpty());
                }
            }
        }
    }

    void enumerationsAndListsAreWords()
    {
        Finding finding;
        finding.check = u"review.applied"_s;
        finding.severity = Severity::Problem;
        finding.evidence = {{u"differing"_s, QJsonArray{u"companyId"_s, u"automaticLogin"_s}}};
        QVERIFY(
            Catalogue::instance().words(finding, u"en"_s).title.contains(u"Company ID, Automatic login"_s));
        QVERIFY(Catalogue::instance().words(finding, u"zh_CN"_s).title.contains(u"企业ID、自动登录"_s));
        finding.cause = u"nocobase.certificate"_s;
        finding.evidence = {{u"host"_s, u"crm.example.com"_s}, {u"kind"_s, u"expired"_s}};
        QVERIFY(Catalogue::instance().words(finding, u"en"_s).detail.contains(u"it has expired"_s));
    }

    void possibleCausesAreNamed()
    {
        Finding finding;
        finding.check = u"test.login"_s;
        finding.severity = Severity::Problem;
        finding.possible = QStringList{u"login.ip"_s, u"login.code-used"_s};
        const auto &catalogue = Catalogue::instance();
        const QString text = catalogue.possibleText(finding, u"en"_s);
        for (const QString &cause : std::as_const(finding.possible))
            QVERIFY(text.contains(catalogue.causeTitle(cause, u"en"_s)));
        QVERIFY(catalogue.possibleText({}, u"en"_s).isEmpty());
    }

    // A list has nothing to fill a title in with.
    void listsNeedNoEvidence()
    {
        for (const QString &language : Catalogue::instance().languages()) {
            const QJsonObject causes = words(language)[u"causes"_s].toObject();
            for (auto it = causes.begin(); it != causes.end(); ++it) {
                const QString name = it.value()[u"short"_s].toString(it.value()[u"title"_s].toString());
                QVERIFY2(placeholders(name).isEmpty(), qPrintable(language + u' ' + it.key()));
                QCOMPARE(Catalogue::instance().causeTitle(it.key(), language), name);
            }
        }
    }

    // Why it is wrong and how that is known are two things.
    void nothingIsSaidTwice()
    {
        const auto plain = [](QString text) {
            static const QRegularExpression marks(u"[\\s.,。，、]"_s);
            return text.remove(marks).toLower();
        };
        for (const QString &language : Catalogue::instance().languages()) {
            const QJsonObject causes = words(language)[u"causes"_s].toObject();
            for (auto it = causes.begin(); it != causes.end(); ++it)
                QVERIFY2(plain(it.value()[u"detail"_s].toString()) !=
                             plain(it.value()[u"proof"_s].toString()),
                         qPrintable(language + u' ' + it.key()));
        }
    }

    // Ways of logging in stand under each other: each row says which way it is about, whatever it says of it.
    void waysKeepTheirNames()
    {
        const auto &catalogue = Catalogue::instance();
        for (const QString &language : catalogue.languages()) {
            for (const setup::Way &way : setup::ways()) {
                Finding finding;
                finding.check = way.check();
                finding.severity = Severity::Problem;
                finding.cause = u"link.wrong-ids"_s;
                const QString name = catalogue.checkName(way.check(), language);
                QVERIFY2(catalogue.words(finding, language).title.startsWith(name), qPrintable(name));
                finding.cause.clear();
                finding.possible = QStringList{u"plugin.no-button"_s, u"plugin.off"_s};
                QVERIFY2(catalogue.words(finding, language).title.startsWith(name), qPrintable(name));
                if (way.page == setup::Way::Page::None)
                    continue;
                finding.severity = Severity::Unknown;
                for (const auto reason : {checks::Reason::Unreachable, checks::Reason::OutOfSight}) {
                    finding.reason = reason;
                    QVERIFY2(catalogue.words(finding, language).title.startsWith(name), qPrintable(name));
                }
            }
        }
    }

    void faultsAreSentences()
    {
        const net::Fault fault{net::FaultCode::Refused, {{u"host"_s, u"crm.example.com"_s}}, {}};
        QCOMPARE(Catalogue::instance().faultText(fault, u"en"_s), u"Nothing answers at crm.example.com."_s);
        QVERIFY(
            !Catalogue::instance().faultText({net::FaultCode::BadInput, {}, {}}, u"zh_CN"_s).contains(u'{'));
    }

    // No sentence of a world's findings may show a placeholder, whatever was seen.
    void allFindingsHaveWords()
    {
        TestWorld bare = healthy();
        bare.facts = {};
        TestWorld refused = healthy();
        refused.put<wecom::AgentInfo>(refused.facts.agentFromPc, tl::unexpected(wecomError(60020)),
                                      Inputs::WecomApp);
        TestWorld sentence = healthy();
        sentence.put<login::Trace>(sentence.facts.testLogin,
                                   trace(login::Outcome::PluginSentence, u"Failed to get userid"_s),
                                   Inputs::Login);
        for (const TestWorld &w : {healthy(), rehearsal(), bare, refused, sentence}) {
            for (const Finding &finding : w.findings()) {
                for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
                    const auto words = Catalogue::instance().words(finding, language);
                    QVERIFY2(!words.title.isEmpty() && !words.title.contains(u'{'),
                             qPrintable(finding.check));
                    QVERIFY2(!words.detail.contains(u'{'), qPrintable(finding.check));
                    if (!finding.action.isEmpty())
                        QVERIFY2(!words.actionLabel.isEmpty(), qPrintable(finding.action));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
