<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArticleIntake</name>
    <message numerus="yes">
        <source>The sample newsroom is open: %n articles.</source>
        <translation>
            <numerusform>The sample newsroom is open: %n article.</numerusform>
            <numerusform>The sample newsroom is open: %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n paragraphs kept</source>
        <translation>
            <numerusform>%n paragraph kept</numerusform>
            <numerusform>%n paragraphs kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces left out</source>
        <translation>
            <numerusform>%n piece left out</numerusform>
            <numerusform>%n pieces left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissedDialog</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>things at a desk</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchedulePanel</name>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentCommands</name>
    <message numerus="yes">
        <source>Refreshed: %n segment(s) to redo.</source>
        <translation>
            <numerusform>Refreshed: %n segment to redo.</numerusform>
            <numerusform>Refreshed: %n segments to redo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>things in the outbox</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message numerus="yes">
        <source>%n min read</source>
        <translation>
            <numerusform>%n min read</numerusform>
            <numerusform>%n min read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkHeader</name>
    <message numerus="yes">
        <source>The source has changed: %n segment(s) to redo.</source>
        <translation>
            <numerusform>The source has changed: %n segment to redo.</numerusform>
            <numerusform>The source has changed: %n segments to redo.</numerusform>
        </translation>
    </message>
</context>
</TS>
