using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>
/// Reads rule files. A rule proves itself by its samples before it is used, and cannot be used if it misses an example or hits a negative.
/// That happens when text first calls for it: proving all rules costs a run a hundred milliseconds, proving those it needs a few.
/// </summary>
internal static class RuleReader
{
    private const string Folder = "BuiltIn/DlpScan/rules/";

    private static readonly Lazy<RuleSet> FromProgram = new(ReadEmbedded);

    // A window holds a few kilobytes; only a pattern that backtracks without end needs so long.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(2);

    // What a name gives away must at least look random.
    private const double AssignedEntropy = 3;

    /// <value>The rules that come with the gate; read once.</value>
    public static RuleSet Shipped => FromProgram.Value;

    /// <summary>Begins to read the shipped rules while something else still has to be waited for.</summary>
    public static void Preload() => _ = Task.Run(static () => FromProgram.Value);

    /// <exception cref="EvaluationException">A rule is malformed, or two share an id.</exception>
    private static RuleSet ReadEmbedded()
    {
        var samples = new List<RuleSample>();
        foreach (var (name, content) in new EmbeddedFiles(typeof(RuleReader).Assembly).Below(Folder))
        {
            using var document = JsonDocument.Parse(content);
            samples.AddRange(Samples(name, document.RootElement));
        }

        return Prove(samples);
    }

    /// <summary>Rules that prove themselves on first use.</summary>
    /// <exception cref="EvaluationException">Two rules share an id.</exception>
    public static RuleSet Prove(IReadOnlyList<RuleSample> samples)
    {
        var twice = samples.GroupBy(sample => sample.Rule.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new RuleSet([.. samples.Select(Proven)])
            : throw new EvaluationException($"rules/{twice.Last().File}: rule '{twice.Key}' stands twice.");
    }

    private static DlpRule Proven(RuleSample sample) => sample.Rule with
    {
        Loaded = new Lazy<Regex>(() =>
        {
            RuleCheck.Check(sample);
            return sample.Rule.Pattern;
        }),
    };

    /// <summary>One file's rules with their samples, unproven.</summary>
    /// <exception cref="EvaluationException">A rule is malformed.</exception>
    public static IEnumerable<RuleSample> Samples(string file, JsonElement root) =>
        root.GetProperty("rules").EnumerateArray().Select(rule => ReadRule(file, rule));

    private static RuleSample ReadRule(string file, JsonElement element)
    {
        var id = element.TryGetProperty("id", out var name) ? name.GetString() : null;
        try
        {
            var rule = Build(element);
            return new RuleSample(
                file,
                rule,
                Samples(element, rule.Id, "examples"),
                Samples(element, rule.Id, "negatives"),
                Text(element, "examplePath") ?? "config/settings.txt");
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or EvaluationException)
        {
            throw new EvaluationException($"rules/{file}: rule '{id}' cannot be read: {e.Message}", e);
        }
    }

    private static DlpRule Build(JsonElement element)
    {
        var anchor = AnchorOf(element);
        var value = Text(element, "value");
        var words = Texts(element, "literals");
        var ignoreCase = Flag(element, "ignoreCase");
        var near = NearWords.Spell(Texts(element, "near"));
        var assigned = Assigned(element, words);
        var regex = assigned ?? (anchor == RuleAnchor.Assignment ? "(?!)" : element.GetProperty("regex").GetString()!);
        return new DlpRule
        {
            Id = element.GetProperty("id").GetString()!,
            Title = element.GetProperty("title").GetString()!,
            Category = OneOf(element, "category", RuleCategories.All),
            Severity = OneOf(element, "severity", ["error", "warning", "note", "off"]),
            Help = element.GetProperty("help").GetString()!,
            Anchor = anchor,
            Literals = Literals(value is null ? words : RulePatterns.Spellings(words), anchor),
            IgnoreCase = ignoreCase || assigned is not null || anchor == RuleAnchor.Assignment,
            Assigned = anchor == RuleAnchor.Assignment ? OneOf(element, "assigned", ["secret", "settings", "weak", "connection"]) : null,
            Offset = Number(element, "offset", 0),
            Length = Number(element, "length", 300),
            MinRun = (value ?? Text(element, "keyOf")) is { } run ? ValueRun.Of(run) : 0,
            MinDigits = anchor == RuleAnchor.Digits ? element.GetProperty("digits")[0].GetInt32() : 0,
            MaxDigits = anchor == RuleAnchor.Digits ? element.GetProperty("digits")[1].GetInt32() : 0,
            Loaded = Loaded(regex, anchor, assigned is null && Bounded(element), ignoreCase),
            Entropy = element.TryGetProperty("entropy", out var entropy) ? entropy.GetDouble() : assigned is null ? 0 : AssignedEntropy,
            Check = Text(element, "validator") is { } check ? ValueChecks.Named(check) : null,
            Ends = Ends(element),
            Near = near,
            NearOnlyWhenBare = regex.Contains("(?<bare>", StringComparison.Ordinal),
            BeginsWithDigit = anchor == RuleAnchor.Digits && Text(element, "begins") == "digit",
            AfterLetters = Text(element, "after") == "letters",
            Cell = Cell(element, regex),
            CellNeedsName = Text(element, "column") == "named",
            Paths = Texts(element, "paths") is { Count: > 0 } paths ? new PathFilter(paths, []) : null,
        };
    }

    private static IReadOnlyList<string> Literals(IReadOnlyList<string> literals, RuleAnchor anchor) =>
        anchor is RuleAnchor.Literal or RuleAnchor.Assignment
            && (literals.Count == 0 || literals.Any(literal => literal.Length < 3 || literal.Any(static c => c > 255)))
            ? throw new FormatException("`literals` needs at least one text of three or more ASCII characters.")
            : literals;

    private static string? Assigned(JsonElement element, IReadOnlyList<string> words) =>
        Text(element, "value") is { } value ? RulePatterns.Assigned(words, value, Flag(element, "keyNamed"))
        : Text(element, "keyOf") is { } key ? KeyOf.Pattern(words, key)
        : null;

    private static RuleAnchor AnchorOf(JsonElement element) => Text(element, "anchor") switch
    {
        null => RuleAnchor.Literal,
        "digits" => RuleAnchor.Digits,
        "at" => RuleAnchor.At,
        "assignment" => RuleAnchor.Assignment,
        var other => throw new FormatException($"`anchor` is '{other}'; it is 'digits', 'at' or 'assignment', or absent when there are literals."),
    };

    private static KeyFormat? Ends(JsonElement element) => Text(element, "ends") switch
    {
        null => null,
        "armoured" => KeyFormat.Armoured,
        "fields" => KeyFormat.Fields,
        var other => throw new FormatException($"`ends` is '{other}'; it is 'armoured' or 'fields', or absent when the pattern knows the end."),
    };

    private static Lazy<Regex> Loaded(string regex, RuleAnchor anchor, bool bounded, bool ignoreCase)
    {
        var text = bounded ? RulePatterns.Bounded(regex) : regex;
        var options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        return new Lazy<Regex>(() => new Regex(anchor == RuleAnchor.Literal ? @"\G(?:" + text + ")" : text, options, PatternTimeout));
    }

    // What begins at a number or an @ is its own pattern for a whole cell; what begins at a word says what stands without it.
    private static Lazy<Regex>? Cell(JsonElement element, string regex) =>
        Text(element, "column") == "none" || (Text(element, "cell") ?? (Text(element, "anchor") is null ? null : regex)) is not { } cell
            ? null
            : new Lazy<Regex>(() => new Regex(@"\A(?:" + cell + @")\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTimeout));

    private static bool Bounded(JsonElement element) =>
        !element.TryGetProperty("bounded", out var bounded) ? Text(element, "anchor") is null : bounded.GetBoolean();

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int Number(JsonElement element, string name, int otherwise) => element.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;

    private static IReadOnlyList<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];

    // A text says how to make the sample; a list is its parts. Either way no secret stands in a rule file.
    private static MadeSamples Samples(JsonElement element, string id, string name)
    {
        var samples = element.GetProperty(name).EnumerateArray().Select(sample => sample.ValueKind == JsonValueKind.String
            ? (Text: sample.GetString()!, IsTemplate: true)
            : (Text: string.Concat(sample.EnumerateArray().Select(part => part.GetString())), IsTemplate: false)).ToArray();
        return new MadeSamples(samples.Length, i =>
            samples[i].IsTemplate ? SampleText.Make(samples[i].Text, FormattableString.Invariant($"{id}/{name}/{i}")) : samples[i].Text);
    }

    private static string OneOf(JsonElement element, string name, IReadOnlyList<string> allowed) =>
        element.GetProperty(name).GetString() is { } value && allowed.Contains(value, StringComparer.Ordinal)
            ? value
            : throw new FormatException($"`{name}` is one of {string.Join(", ", allowed)}.");
}
