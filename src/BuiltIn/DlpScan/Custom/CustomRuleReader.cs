using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Given = System.Collections.Generic.Dictionary<string, object?>;

namespace Gates.BuiltIn.DlpScan.Custom;

/// <summary>Reads one rule of a repository, and proves it by its samples.</summary>
internal sealed class CustomRuleReader(Problems problems)
{
    public const int MaxTexts = 50;
    public const int MaxTextLength = 2_000;

    private const string DefaultHelp = "Replace it, and keep the new one in a secret store.";
    private const int MaxLiterals = 50;
    private const double MaxEntropy = 8;
    private const int MaxReach = 2_000;
    private const int DefaultReach = 500;

    private static readonly SettingType Text = new(SettingKind.Text);
    private static readonly SettingType Choice = new(SettingKind.Text) { OneOf = ["true", "false"] };
    private static readonly IReadOnlyList<Setting> Keys =
    [
        Key("id", Text, "name the rule, such as acme-token", required: true),
        Key("title", Text, "say in a few words what it finds", required: true),
        Key("category", Choice with { OneOf = RuleCategories.All }),
        Key("severity", Choice with { OneOf = ["error", "warning", "note"] }),
        Key("literals", Texts()),
        Key("regex", Text),
        Key("value", Text),
        Key("digits", new SettingType(SettingKind.List) { Item = new SettingType(SettingKind.Integer) { Min = 4, Max = 40 } }),
        Key("ignore-case", new SettingType(SettingKind.Boolean)),
        Key("bounded", new SettingType(SettingKind.Boolean)),
        Key("near", Texts()),
        Key("entropy", new SettingType(SettingKind.Number) { Min = 0, Max = MaxEntropy }),
        Key("paths", new SettingType(SettingKind.List) { Item = new SettingType(SettingKind.Text) { IsGlob = true } }),
        Key("validator", Choice with { OneOf = CustomChecks.Names }),
        Key("help", Text),
        Key("example-path", Text),
        Key("examples", new SettingType(SettingKind.List), "write at least one text in which it must find something", required: true),
        Key("negatives", new SettingType(SettingKind.List), "write at least one text in which it must find nothing", required: true),
    ];

    private DocumentNode node = null!;
    private string key = "";

    /// <returns>The rule; <see langword="null"/> when something is wrong with it.</returns>
    public DlpRule? Read(DocumentNode from, string name)
    {
        (node, key) = (from, name);
        if (from.Kind != NodeKind.Map)
        {
            problems.Add(from, name, $"{Say.Value(from)} is not a rule; write `- id: …`");
            return null;
        }

        var before = problems.Count;
        if (new SettingReader(problems).ReadSound(from, Place.From(from), name, Keys) is not { } read)
        {
            return null;
        }

        var given = read.Entries.ToDictionary(StringComparer.Ordinal);
        if (!IsSound(given) || Build(given) is not { } rule)
        {
            return null;
        }

        new SampleProof(problems, rule, One(given, "example-path") ?? PathFor(given)).Prove(from, name);
        return problems.Count == before ? rule : null;
    }

    private bool IsSound(Given given)
    {
        var before = problems.Count;
        if (One(given, "id") is { } id && (id.Length > 60 || !Regex.IsMatch(id, "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)))
        {
            Wrong("id", $"{Say.Quote(id)} is not a rule's name; write lower-case letters, digits and hyphens, such as acme-token");
        }

        foreach (var (long_, most) in new[] { ("title", 100), ("help", 500) })
        {
            if (One(given, long_) is { } text && (text.Trim().Length == 0 || text.Length > most))
            {
                Wrong(long_, FormattableString.Invariant($"has {text.Length} characters; write 1 to {most}"));
            }
        }

        if (One(given, "regex") is null == One(given, "value") is null)
        {
            problems.Add(node, key, "needs one of `regex` (known by itself) and `value` (told by the name beside it, one of `literals`)");
        }

        CheckTexts(given);
        return problems.Count == before;
    }

    private void CheckTexts(Given given)
    {
        foreach (var name in new[] { "literals", "near" })
        {
            var texts = Many(given, name);
            if (texts.Count > MaxLiterals)
            {
                Wrong(name, FormattableString.Invariant($"has {texts.Count} entries; at most {MaxLiterals} are possible"));
            }

            foreach (var (text, i) in texts.Select((text, i) => (text, i)))
            {
                if (text.Length > 100 || !text.All(char.IsAscii) || text.Trim().Length < (name == "near" ? 1 : 3))
                {
                    problems.Add(node.Get(name)!.Items[i], Say.Item(Say.Key(key, name), i),
                        $"{Say.Quote(text)} is not {(name == "near" ? "1" : "3")} to 100 ASCII characters");
                }
            }
        }

        if (Value(given, "digits") is SettingList digits && !(digits.Items is [long least, long most] && least <= most))
        {
            Wrong("digits", "is not the fewest and the most digits of a number; write [8, 10]");
        }
    }

    private DlpRule? Build(Given given)
    {
        var isValue = One(given, "value") is not null;
        var written = One(given, "value") ?? One(given, "regex")!;
        var literals = Many(given, "literals");
        try
        {
            var pattern = isValue ? Assigned(literals, written) : written;
            var facts = CustomPatternReader.Read(pattern);
            var ignoreCase = Value(given, "ignore-case") is true;
            var bounded = !isValue && Value(given, "bounded") is not false;
            var regex = CustomPattern.Compile(pattern, facts, bounded, ignoreCase);
            var anchored = Value(given, "digits") is SettingList ? [] : literals.Count > 0 ? literals : facts.Literals;
            if (anchored.Count == 0 && Value(given, "digits") is null)
            {
                Wrong("regex", "has no text of three or more characters that stands in every match, so every line would have to be tried; "
                    + "add `literals` that stand in the value, or `digits: [8, 10]` for numbers");
                return null;
            }

            return Rule(given, facts, regex, anchored, isValue);
        }
        catch (FormatException e)
        {
            Wrong(isValue ? "value" : "regex", e.Message);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            Wrong(isValue ? "value" : "regex", $"is not a pattern of .NET that can be matched in linear time: {Escaped(e, written)}");
        }

        return null;
    }

    private static string Escaped(Exception e, string written) =>
        Say.Path(e.Message.Split('\n')[0].Replace(written, "…", StringComparison.Ordinal));

    private static DlpRule Rule(Given given, PatternFacts facts, Regex regex, IReadOnlyList<string> literals, bool isValue)
    {
        var category = One(given, "category") ?? RuleCategories.ProviderSecret;
        var digits = Value(given, "digits") as SettingList;
        return new DlpRule
        {
            Id = One(given, "id")!,
            Title = One(given, "title")!,
            Category = category,
            Severity = One(given, "severity") ?? (category is RuleCategories.ProviderSecret or RuleCategories.PrivateKey ? "error" : "warning"),
            Help = One(given, "help") ?? DefaultHelp,
            Anchor = digits is null ? RuleAnchor.Literal : RuleAnchor.Digits,
            Literals = literals,
            IgnoreCase = true,
            IsCustom = true,
            Length = Math.Clamp(facts.MaxLength ?? DefaultReach, 100, MaxReach),
            MinDigits = digits is null ? 0 : (int)(long)digits.Items[0]!,
            MaxDigits = digits is null ? 0 : (int)(long)digits.Items[1]!,
            Loaded = new Lazy<Regex>(regex),
            Entropy = Value(given, "entropy") is double entropy ? entropy : isValue ? AssignedEntropy : 0,
            Check = One(given, "validator") is { } check ? CustomChecks.Named(check) : null,
            Near = Many(given, "near"),
            Paths = Many(given, "paths") is { Count: > 0 } paths ? new PathFilter(paths, []) : null,
        };
    }

    // What a name gives away must at least look random.
    private const double AssignedEntropy = 3;

    /// <summary>A value that only the name it is given to tells, as shipped rules write it, but without a look behind its end.</summary>
    private static string Assigned(IReadOnlyList<string> words, string value)
    {
        if (words.Count == 0)
        {
            throw new FormatException("is told by the name beside it; write that name under `literals`, such as [acme]");
        }

        return $$"""(?i:{{string.Join('|', words.Select(Regex.Escape))}})[A-Za-z0-9_. \t-]{0,40}["'`\]]{0,2}[ \t]{0,8}(?:=>|:=|=|:|,|\(|>)\s{0,8}"""
            + $$"""(?:(?i:bearer|basic|token)[ \t])?["'`(]{0,3}(?<secret>{{value}})(?:[^A-Za-z0-9_-]|$)""";
    }

    private static string PathFor(Given given) =>
        Many(given, "paths") is [var first, ..] ? first.Replace("**", "a", StringComparison.Ordinal).Replace("*", "a", StringComparison.Ordinal)
            : "config/settings.txt";

    private void Wrong(string name, string message) => problems.Add(node.Get(name) ?? node, Say.Key(key, name), message);

    private static object? Value(Given given, string name) => given.GetValueOrDefault(name);

    private static string? One(Given given, string name) => Value(given, name) as string;

    private static IReadOnlyList<string> Many(Given given, string name) =>
        Value(given, name) is SettingList list ? [.. list.Items.OfType<string>()] : [];

    private static SettingType Texts() => new(SettingKind.List) { Item = Text };

    private static Setting Key(string name, SettingType type, string description = "", bool required = false) =>
        new(name, type) { Description = description, Required = required };
}
