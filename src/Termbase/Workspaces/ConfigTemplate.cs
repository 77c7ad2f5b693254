namespace Termbase.Workspaces;

/// <summary>The text of a new <c>termbase.toml</c>: every key with its default, and a word on what it does.</summary>
internal static class ConfigTemplate
{
    public const string Text = """
        # The workspace of Termbase. Patterns are relative to this file: * and ? within a name, ** for any number of folders.

        [languages]
        zh = "zh-CN"
        en = "en-US"

        [files]
        # Glossaries: one row per rendering. evidence.csv, sources.csv, domains.csv and rejected.csv stand beside them.
        glossary = ["glossary/*.csv"]
        # Translation memories: TMX, or zh<TAB>en in TSV.
        memory = ["tmx/**/*.tmx", "tmx/**/*.tsv"]

        [documents]
        # Translations that are being worked on: findings stand there.
        draft = []
        # Translations that cannot be changed any more: they serve as evidence.
        published = []

        [lint]
        # The lowest severity that makes `termbase lint` end with status 1: error, warning, info or never.
        fail-on = "error"
        # Names or codes of rules; `termbase rules` lists them.
        enable = []
        disable = []

        # One table per rule, where needed: severity, enable, and the rule's own options.
        # [rules.inconsistent-rendering]
        # severity = "error"

        # Other settings for some files; later ones win.
        # [[overrides]]
        # paths = ["archive/**"]
        # disable = ["doubled-word"]
        """ + "\n";
}
