// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/fields.h"
#include "setup/setup.h"
#include "wecom/identifiers.h"
#include "wecom/pasted.h"

namespace ui {

// What is said about the three values and about what was pasted. A Secret's text is in none of it.
struct FieldRemark
{
    TextField::Tone tone = TextField::Tone::Hint;
    QString text; // empty: nothing to say
};
FieldRemark remarkOf(wecom::Field field, wecom::Shape shape, qsizetype size);
// Why a paste was not taken; empty where it is taken.
QString refusalOf(const wecom::Pasted &pasted);
// "Recognised by its shape: AgentId", for the field that a value was put into.
QString recognisedText(wecom::Field field);
// Where the values went that were pasted into another field.
QString movedText(const QList<wecom::Pasted::Value> &values);
// What a text on the clipboard has that the setup does not have yet; empty when nothing fits.
QString offerText(const wecom::Pasted &pasted, const setup::Credentials &known);

} // namespace ui
