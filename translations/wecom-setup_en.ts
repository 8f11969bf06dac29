<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ui::CopyRow</name>
    <message numerus="yes">
        <source>Copied for %n second(s)</source>
        <translation>
            <numerusform>Copied for %n second</numerusform>
            <numerusform>Copied for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FinishPage</name>
    <message numerus="yes">
        <source>%1 of %2 steps done, %n need attention</source>
        <translation>
            <numerusform>%1 of %2 steps done, %n needs attention</numerusform>
            <numerusform>%1 of %2 steps done, %n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReviewPage</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n authenticator(s)</source>
        <translation>
            <numerusform>%n authenticator</numerusform>
            <numerusform>%n authenticators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n change(s)</source>
        <translation>
            <numerusform>&amp;Apply %n change</numerusform>
            <numerusform>&amp;Apply %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SetupList</name>
    <message numerus="yes">
        <source>%n step(s) need attention</source>
        <translation>
            <numerusform>%n step needs attention</numerusform>
            <numerusform>%n steps need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextField</name>
    <message numerus="yes">
        <source>No more than %n character(s) fit here.</source>
        <translation>
            <numerusform>No more than %n character fits here.</numerusform>
            <numerusform>No more than %n characters fit here.</numerusform>
        </translation>
    </message>
</context>
</TS>
