// SPDX-License-Identifier: Apache-2.0
// The catalogue's texts as people read them: short sentences, no programmers' words.
#include "wordfiles.h"

#include <QRegularExpression>
#include <QTest>

using namespace wordfiles;

namespace {

QStringList sentences(const QString &text)
{
    static const QRegularExpression english(u"(?<=[.!?])\\s+"_s), chinese(u"[。！？]"_s);
    static const QRegularExpression han(u"\\p{Han}"_s);
    return text.contains(han) ? text.split(chinese, Qt::SkipEmptyParts)
                              : text.split(english, Qt::SkipEmptyParts);
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private slots:
    void sentencesAreShort()
    {
        static const QRegularExpression braces(u"\\{\\w+\\}"_s), spaces(u"\\s+"_s);
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            const auto all = texts(language);
            for (auto it = all.begin(); it != all.end(); ++it) {
                for (const QString &sentence : sentences(it.value())) {
                    const QString plain = QString(sentence).replace(braces, u"XXXX"_s);
                    const qsizetype length =
                        language == u"en"_s ? plain.split(spaces, Qt::SkipEmptyParts).size() : plain.size();
                    QVERIFY2(length <= (language == u"en"_s ? 25 : 40),
                             qPrintable(it.key() + u": "_s + sentence));
                }
            }
        }
    }

    // Words a person who is not technical need not know, and numbers that only programmers read.
    void noJargon()
    {
        static const QRegularExpression jargon(
            u"errcode|\\bHTTP\\b|\\bJSON\\b|\\bTLS\\b|\\bSSL\\b|\\bDNS\\b|OAuth|redirect_uri|payload|exception|\\bnull\\b|timeout|endpoint|\\b[1-5]\\d\\d\\b|\\b[3-9]\\d{4,5}\\b|snsapi|gettoken|\\bACL\\b|access.?token|\\bquery\\b|\\bparameter|\\bstatus code|\\brequest body|\\bURI\\b|\\bregex|\\bUA\\b|user.agent"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression braces(u"\\{\\w+\\}"_s);
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            const auto all = texts(language);
            for (auto it = all.begin(); it != all.end(); ++it)
                QVERIFY2(!QString(it.value()).remove(braces).contains(jargon),
                         qPrintable(it.key() + u": "_s + it.value()));
        }
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
