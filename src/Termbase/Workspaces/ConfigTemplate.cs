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
        # Rules of your own as CSV: name, kind (substitute, forbid, gloss), find, write, severity, message, fix, hit, miss.
        rules = []

        [documents]
        # Translations that are being worked on: findings stand there.
        draft = []
        # Translations that cannot be changed any more: they serve as evidence.
        published = []

        [match]
        # What an edit changes one of: characters or words.
        zh = "characters"
        en = "words"

        # Points taken off the score of a match, which goes from 0 to 100.
        [match.penalties]
        numbers = 2
        codes = 1
        machine = 10
        draft = 2
        # Of a unit whose alignment score (0 to 1) is lower than this.
        low-score = 5
        low-score-below = 0.5
        other-client = 2
        other-script = 2

        [lint]
        # The lowest severity that makes `termbase lint` end with status 1: error, warning, info or never.
        fail-on = "error"
        # Names or codes of rules; `termbase rules` lists them.
        enable = []
        disable = []

        # One table per rule, where needed: severity, enable, and the rule's own options.
        # [rules.inconsistent-rendering]
        # severity = "error"

        # A rule of your own: substitute, forbid (.NET regular expressions) or gloss (Chinese wanted at first use).
        # The examples are checked whenever the file is read.
        # [[rules.custom]]
        # name = "plain-words"
        # substitute = { "utilise" = "use", "in order to" = "to" }
        # fix = true
        # hit = ["We utilise it."]
        # miss = ["The utility is open."]

        # Other settings for some files; later ones win.
        # [[overrides]]
        # paths = ["archive/**"]
        # disable = ["doubled-word"]
        """ + "\n";
}
