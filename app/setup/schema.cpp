// SPDX-License-Identifier: Apache-2.0
#include "setup/schema.h"

#include <QFile>
#include <QJsonDocument>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;

namespace setup {

namespace {

// The validator names members as "<root>[a][b]"; a JSON pointer is what people and tests read.
QString pointerOf(const std::vector<std::string> &context)
{
    QString pointer;
    for (const auto &part : context) {
        QString name = QString::fromStdString(part);
        if (name == u"<root>"_s)
            continue;
        if (name.startsWith(u'[') && name.endsWith(u']'))
            name = name.mid(1, name.size() - 2);
        pointer += u'/' + name;
    }
    return pointer.isEmpty() ? u"/"_s : pointer;
}

// The deepest complaint tells most: "/nocobase/url", not "/".
net::Fault faultOf(valijson::ValidationResults &results)
{
    net::Fault fault{net::FaultCode::BadInput, {}, {}};
    size_t depth = 0;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        if (error.context.size() < depth)
            continue;
        depth = error.context.size();
        fault.params.insert(u"field"_s, pointerOf(error.context));
        fault.said = QString::fromStdString(error.description);
    }
    return fault;
}

QJsonValue readSchema(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QJsonValue::Undefined;
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

net::Result<void> validate(const QJsonObject &object, const QString &schemaPath)
{
    const QJsonValue schemaJson = readSchema(schemaPath);
    if (schemaJson.isUndefined())
        return net::fail(net::FaultCode::FileFailed, {{u"path"_s, schemaPath}});

    valijson::Schema schema;
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::QtJsonAdapter(schemaJson), schema);

    valijson::Validator validator;
    valijson::ValidationResults results;
    const QJsonValue value(object);
    if (validator.validate(schema, valijson::adapters::QtJsonAdapter(value), &results))
        return {};
    return tl::unexpected(faultOf(results));
}

int longest(const QString &member)
{
    QJsonObject at = readSchema(u":/schema/setup.json"_s).toObject();
    const auto names = member.split(u'/', Qt::SkipEmptyParts);
    for (const QString &name : names)
        at = at[u"properties"_s][name].toObject();
    Q_ASSERT(at.contains(u"maxLength"_s));
    return at[u"maxLength"_s].toInt();
}

} // namespace setup
