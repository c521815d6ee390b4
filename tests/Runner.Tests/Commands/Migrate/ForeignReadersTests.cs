using Gates.BuiltIn;
using Gates.Runner.Commands.Migrate;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Migrate;

/// <summary>Files of other tools, written by their documentation.</summary>
public sealed class ForeignReadersTests
{
    [Fact]
    public void Gitleaks_configuration_ignore_file_and_report_are_read()
    {
        var so = Read(GitleaksReader.Read, (".gitleaks.toml", """
            [extend]
            useDefault = true
            [[rules]]
            id = "acme-token"
            description = "Acme token"
            regex = '''\b(x)?(acme_[a-f0-9]{16})\b'''
            secretGroup = 2
            entropy = 3
            path = '''src/.*'''
            [[rules.allowlists]]
            paths = ['''tests/''']
            [[rules]]
            id = "files-only"
            path = '''id_rsa'''
            [allowlist]
            paths = ['''(.*?)(png|gif)$''']
            stopwords = ["fake"]
            """), (".gitleaksignore", "# known\n0123abc:src/a.py:acme-token:12\nsrc/b.py:acme-token:3\n"),
            ("gitleaks-report.json", """[{"RuleID": "x", "File": "src/c.py", "StartLine": 4, "EndLine": 6, "Secret": "never"}]"""));

        var rule = so.Rules.ShouldHaveSingleItem();
        (rule.Id, rule.Title, rule.Regex, rule.Entropy).ShouldBe(("acme-token", "Acme token", @"\b(x)?(?<secret>acme_[a-f0-9]{16})\b", 3));
        rule.Paths.ShouldBe(["**/src/**"]);
        so.Paths.Select(path => $"{path.Glob} {path.Rule}").ShouldBe(["**/tests/** acme-token", "**/*{png,gif} "]);
        so.Allows.Select(allow => $"{allow.Source} {allow.Path}:{allow.Line}-{allow.EndLine}").ShouldBe(
            [".gitleaksignore:2 src/a.py:12-12", ".gitleaksignore:3 src/b.py:3-3", "gitleaks-report.json:1 src/c.py:4-6"]);
        so.Left.Count.ShouldBe(2);
        so.Left[0].ShouldBe(".gitleaks.toml:12: rule files-only has no regex, and judges files by their names, which dlp-scan does not");
        so.Left[1].ShouldContain("`stopwords` of the allow list: values are accepted one by one");
    }

    [Fact]
    public void A_rule_that_holds_a_token_itself_is_left_and_never_named()
    {
        var token = "gh" + "p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17";
        var so = Read(GitleaksReader.Read, (".gitleaks.toml", $"""
            [[rules]]
            id = "ours"
            regex = "acme_[a-f0-9]+"
            [[rules]]
            id = "known-{token}"
            regex = "{token}"
            [allowlist]
            paths = ['{token}/']
            """));
        var tokens = GateCatalog.Tokens(TimeProvider.System, CancellationToken.None);
        so.Leave("x.toml:1", $"rule {token}: refused");

        so.LeaveTokens(tokens);
        so.MaskLeft(tokens);

        so.Rules.ShouldHaveSingleItem().Id.ShouldBe("ours");
        so.Paths.ShouldBeEmpty();
        so.Left.Count.ShouldBe(3);
        string.Join('\n', so.Left).ShouldNotContain(token);
    }

    [Fact]
    public void A_detect_secrets_baseline_is_read()
    {
        var so = Read(DetectSecretsReader.Read, (".secrets.baseline", """
            {
              "version": "1.5.0",
              "plugins_used": [{"name": "AWSKeyDetector"}, {"name": "Base64HighEntropyString", "limit": 4.5}],
              "filters_used": [
                {"path": "detect_secrets.filters.heuristic.is_sequential_string"},
                {"path": "detect_secrets.filters.regex.should_exclude_file", "pattern": ["^tests/.*", "a(b?)c"]},
                {"path": "detect_secrets.filters.regex.should_exclude_line", "pattern": ["x"]}
              ],
              "results": {
                "src/a.py": [
                  {"type": "AWS Access Key", "filename": "src/a.py", "hashed_secret": "0123", "is_verified": false, "line_number": 7},
                  {"type": "AWS Access Key", "filename": "src/a.py", "hashed_secret": "0124", "is_secret": true, "line_number": 8}
                ]
              }
            }
            """));

        so.Paths.Select(path => path.Glob).ShouldBe(["tests/**"]);
        so.Allows.ShouldHaveSingleItem().Line.ShouldBe(7);
        so.Left.Count.ShouldBe(4);
        so.Left.ShouldContain(left => left.Contains("rotate it", StringComparison.Ordinal));
        string.Concat(so.Left).ShouldNotContain("0124");
    }

    [Fact]
    public void Trufflehogs_detectors_and_paths_are_read()
    {
        var so = Read(TrufflehogReader.Read, ("trufflehog.yaml", """
            detectors:
              - name: HogToken
                keywords: [hog]
                regex:
                  token: 'hog_(?P<t>[0-9A-Z]{12})'
                  other: 'hogx[0-9]{8}'
                entropy: 3.5
                exclude_words: [fake]
                verify:
                  - endpoint: http://localhost:8000/
            """), ("trufflehog-exclude-paths.txt", "^vendor/\n# comment\n\\.lock$\n"));

        so.Rules.Select(rule => $"{rule.Id} {rule.Regex} {rule.Entropy}").ShouldBe(["HogToken-token hog_(?<secret>[0-9A-Z]{12}) 3.5", "HogToken-other "
            + "hogx[0-9]{8} 3.5"]);
        so.Paths.Select(path => path.Glob).ShouldBe(["vendor/**", "**/*.lock"]);
        so.Left.Count.ShouldBe(2);
    }

    [Fact]
    public void Secretlints_patterns_and_ignore_file_are_read()
    {
        var so = Read(SecretlintReader.Read, (".secretlintrc.json", """
            {
              "rules": [
                {"id": "@secretlint/secretlint-rule-preset-recommend", "rules": [{"id": "@secretlint/secretlint-rule-aws", "options": {"allows": ["/x/"]}}]},
                {"id": "@secretlint/secretlint-rule-pattern", "options": {"patterns": [
                  {"name": "Acme key", "patterns": ["/acme-[0-9a-z]{20}/i"]},
                  {"name": "files", "filePathGlobs": ["**/id_rsa"]}]}},
                {"id": "./own-rule.js"}
              ]
            }
            """), (".secretlintignore", "node_modules/\n*.min.js\n!keep.js\n/build\n"));

        var rule = so.Rules.ShouldHaveSingleItem();
        (rule.Id, rule.Regex, rule.IgnoreCase).ShouldBe(("Acme key", "acme-[0-9a-z]{20}", true));
        so.Paths.Select(path => path.Glob).ShouldBe(["**/node_modules/**", "**/*.min.js", "build", "build/**"]);
        so.Left.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("gitleaks", "a # gitleaks:allow\nb", "1-1")]
    [InlineData("detect-secrets", "a  # pragma: allowlist secret\n# pragma: allowlist nextline secret\nb", "1-1 3-3")]
    [InlineData("trufflehog", "a // trufflehog:ignore", "1-1")]
    [InlineData("secretlint", "a // secretlint-disable-line\n// secretlint-disable-next-line\nb\n// secretlint-disable\nc\n// secretlint-enable\nd\n/* "
        + "secretlint-disable */\ne", "1-1 3-3 4-6 8-9")]
    public void Comments_are_found_with_the_lines_that_they_mean(string tool, string text, string expected)
    {
        var so = new Foreign();

        InlineComments.Read(new MemoryTree(("src/a.js", text)), tool, so);

        string.Join(' ', so.Allows.Select(allow => $"{allow.Line}-{allow.EndLine}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData(@"go\.sum$", "**/*go.sum")]
    [InlineData("^vendor/", "vendor/**")]
    [InlineData("(^|/)test/fixtures/.*", "**/test/fixtures/**")]
    [InlineData("gen", "**/*gen*|**/*gen*/**")]
    [InlineData(@".*\.(png|svg)$", "**/*.{png,svg}")]
    [InlineData("a{3}", "")]
    [InlineData("[ab]c", "")]
    public void Path_patterns_become_globs_or_nothing(string pattern, string globs) =>
        string.Join('|', ForeignSyntax.Globs(pattern)).ShouldBe(globs);

    [Theory]
    [InlineData(@"acme_[a-f0-9]{16}")]
    [InlineData(@"(?i)internal[_-]?key\s*[=:]\s*[""']?([[:alnum:]]{24})")]
    [InlineData(@"\b(sk|pk)_acme_(?:live|test)_[A-Za-z0-9+/]{40}={0,2}\b")]
    [InlineData(@"(?P<name>acme)-[\w\-]{8,30}")]
    [InlineData(@"xoxz-(?:[0-9]{10,13}-){2}[a-zA-Z0-9]{24}")]
    public void A_carried_rule_proves_itself_by_a_sample_that_was_made(string pattern)
    {
        var rule = new ForeignRule(".x:1", "Rule of: ours", "It's ours", ForeignSyntax.Pattern(pattern));

        var (id, text, refusal) = new RuleText(GateCatalog.Rules).Of(rule, new HashSet<string>(StringComparer.Ordinal) { "rule-of-ours" }, "gitleaks");

        refusal.ShouldBeNull();
        id.ShouldBe("gitleaks-rule-of-ours");
        GateCatalog.Rules.Problems("version: 1\nrules:\n" + text).ShouldBeEmpty();
    }

    [Fact]
    public void Entries_are_added_to_a_file_that_is_there_and_nothing_of_it_is_lost()
    {
        const string There = """
            version: 1
            # ours
            rules:
              - id: own-token
                title: Own token
                regex: 'own_[0-9a-f]{10}'
                examples: ["own_{hex:10}"]
                negatives: ["own"]
            allow: []

            """;
        var (_, rule, _) = new RuleText(GateCatalog.Rules)
            .Of(new ForeignRule("x:1", "acme", "Acme", "acme_[0-9a-f]{20}"), new HashSet<string>(StringComparer.Ordinal), "gitleaks");
        var path = RuleText.Allow(new ForeignPath("x:2", "docs/**"), null, "gitleaks", new DateOnly(2027, 1, 31));

        var text = OwnRulesText.Add(There, ([rule!], [path]), GateCatalog.Rules, "new");

        There.Split('\n').Where(line => !line.StartsWith("allow", StringComparison.Ordinal)).ShouldAllBe(line => text.Contains(line, StringComparison.Ordinal));
        GateCatalog.Rules.Problems(text).ShouldBeEmpty();
        text.ShouldContain("allow:\n  - path: 'docs/**'\n");
    }

    private static Foreign Read(Action<ForeignFiles, Foreign> read, params (string Path, string Text)[] files)
    {
        var so = new Foreign();
        read(new ForeignFiles(new MemoryTree(files), ""), so);
        return so;
    }
}
