// SPDX-License-Identifier: Apache-2.0
#include "net/fault.h"

namespace net {

using namespace Qt::StringLiterals;

QString faultName(FaultCode code)
{
    // No default: the compiler says when a code has no name.
    switch (code) {
    case FaultCode::Cancelled:
        return u"cancelled"_s;
    case FaultCode::Timeout:
        return u"timeout"_s;
    case FaultCode::NameUnknown:
        return u"name-unknown"_s;
    case FaultCode::Refused:
        return u"refused"_s;
    case FaultCode::Unreachable:
        return u"unreachable"_s;
    case FaultCode::ProxyRefused:
        return u"proxy-refused"_s;
    case FaultCode::TlsUntrusted:
        return u"tls-untrusted"_s;
    case FaultCode::TlsExpired:
        return u"tls-expired"_s;
    case FaultCode::TlsNotYetValid:
        return u"tls-not-yet-valid"_s;
    case FaultCode::TlsWrongHost:
        return u"tls-wrong-host"_s;
    case FaultCode::TlsFailed:
        return u"tls-failed"_s;
    case FaultCode::TooLarge:
        return u"too-large"_s;
    case FaultCode::NotJson:
        return u"not-json"_s;
    case FaultCode::BadAnswer:
        return u"bad-answer"_s;
    case FaultCode::HttpStatus:
        return u"http-status"_s;
    case FaultCode::Restarting:
        return u"restarting"_s;
    case FaultCode::PlainHttpRefused:
        return u"plain-http-refused"_s;
    case FaultCode::OriginNotAllowed:
        return u"origin-not-allowed"_s;
    case FaultCode::WecomError:
        return u"wecom-error"_s;
    case FaultCode::NocobaseError:
        return u"nocobase-error"_s;
    case FaultCode::Paused:
        return u"paused"_s;
    case FaultCode::SecretKnownWrong:
        return u"secret-known-wrong"_s;
    case FaultCode::WrongSecretLimit:
        return u"wrong-secret-limit"_s;
    case FaultCode::Missing:
        return u"missing"_s;
    case FaultCode::Conflict:
        return u"conflict"_s;
    case FaultCode::KeychainMissing:
        return u"keychain-missing"_s;
    case FaultCode::KeychainLocked:
        return u"keychain-locked"_s;
    case FaultCode::KeychainRefused:
        return u"keychain-refused"_s;
    case FaultCode::BrowserCannotStart:
        return u"browser-cannot-start"_s;
    case FaultCode::BrowserBlank:
        return u"browser-blank"_s;
    case FaultCode::BadInput:
        return u"bad-input"_s;
    case FaultCode::FileFailed:
        return u"file-failed"_s;
    }
    return u"unknown"_s;
}

bool isPassing(FaultCode code)
{
    switch (code) {
    case FaultCode::Timeout:
    case FaultCode::NameUnknown:
    case FaultCode::Refused:
    case FaultCode::Unreachable:
    case FaultCode::Restarting:
    case FaultCode::Paused:
        return true;
    default:
        return false;
    }
}

} // namespace net
