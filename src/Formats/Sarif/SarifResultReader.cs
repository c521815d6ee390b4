using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.Formats.Sarif;

/// <summary>Reads the results of one run.</summary>
internal sealed partial class SarifResultReader(string path, SarifRules rules, SarifPaths paths, IReadOnlyList<DocumentNode> invocations)
{
    public const int MaxMessageLength = 2_000;

    private const int MaxArgumentLength = 500;

    private static readonly string[] Levels = ["none", "note", "warning", "error"];
    private static readonly string[] Kinds = ["notApplicable", "pass", "fail", "review", "open", "informational"];

    private readonly DocumentShape shape = new(path);

    /// <exception cref="DocumentException">A value is not what SARIF says.</exception>
    public SarifResult Read(DocumentNode result)
    {
        var rule = rules.Find(result);
        var id = rules.IdOf(result) ?? shape.Text(rule, "id");
        var own = shape.Map(result, "properties");
        var ofRule = shape.Map(rule, "properties");
        var kind = OneOf(result, "kind", Kinds) ?? "fail";
        var tags = shape.Texts(own, "tags").Concat(shape.Texts(ofRule, "tags")).Distinct(StringComparer.Ordinal).ToList();
        var number = SarifSeverity.Number(own, ofRule);
        var location = Location(result);
        return new SarifResult
        {
            RuleId = id,
            RuleName = shape.Text(rule, "name"),
            Level = Level(result, rule, kind),
            Kind = kind,
            Message = Message(result, rule) ?? shape.Text(shape.Map(rule, "shortDescription"), "text") ?? id ?? "",
            Severity = number is { } value ? SarifSeverity.Band(value) : SarifSeverity.Word(tags, own, ofRule),
            SecuritySeverity = number,
            Tags = tags,
            HelpUri = shape.Text(rule, "helpUri"),
            Suppressed = IsSuppressed(result),
            BaselineState = shape.Text(result, "baselineState"),
            Fingerprint = Fingerprint(result),
            Location = location,
            Where = location ?? new FactPlace(path) { Line = result.Line, Column = result.Column },
        };
    }

    /// <summary>The effective level by §3.27.10.</summary>
    private string Level(DocumentNode result, DocumentNode? rule, string kind) => kind != "fail"
        ? "none"
        : OneOf(result, "level", Levels)
            ?? OneOf(Overriding(result, rule), "level", Levels)
            ?? OneOf(shape.Map(rule, "defaultConfiguration"), "level", Levels)
            ?? "warning";

    /// <summary>What the invocation that found the result configured its rule to (§3.20.5).</summary>
    private DocumentNode? Overriding(DocumentNode result, DocumentNode? rule)
    {
        if (shape.Integer(shape.Map(result, "provenance"), "invocationIndex") is not { } index || index < 0)
        {
            return null;
        }

        var invocation = index < invocations.Count
            ? invocations[index]
            : throw shape.Fail(result, FormattableString.Invariant($"it refers to invocation {index}, but the run has {invocations.Count} invocations"));
        return shape.Maps(invocation, "ruleConfigurationOverrides")
            .Where(one => shape.Map(one, "descriptor") is { } descriptor && rules.Is(descriptor, result, rule))
            .Select(one => shape.Map(one, "configuration"))
            .FirstOrDefault();
    }

    private string? Message(DocumentNode result, DocumentNode? rule)
    {
        var message = shape.Map(result, "message");
        var text = shape.Text(message, "text") ?? (shape.Text(message, "id") is { } id ? rules.Message(rule, id) : null);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // Cut first as well: a short text can name a long argument a million times.
        var arguments = shape.Texts(message, "arguments").Select(argument => FactText.Cut(argument, MaxArgumentLength)).ToList();
        return FactText.Cut(EmbeddedLink().Replace(Fill(FactText.Cut(text, MaxMessageLength), arguments), "$1"), MaxMessageLength);
    }

    /// <summary>Without arguments braces are left alone: scanners quote templates without doubling them.</summary>
    private static string Fill(string text, List<string> arguments) => arguments.Count == 0 ? text : Placeholder().Replace(text, match => match.Value switch
    {
        "{{" => "{",
        "}}" => "}",
        _ =>
            int.TryParse(match.ValueSpan[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < arguments.Count
                ? arguments[i]
                : match.Value,
    });

    /// <summary>A suppression that nobody has accepted yet suppresses nothing.</summary>
    private bool IsSuppressed(DocumentNode result)
    {
        var suppressions = shape.Maps(result, "suppressions").ToList();
        return suppressions.Count > 0 && suppressions.TrueForAll(one => shape.Text(one, "status") is null or "accepted");
    }

    private string? Fingerprint(DocumentNode result)
    {
        var all = ((string[])["fingerprints", "partialFingerprints"])
            .SelectMany(key => (shape.Map(result, key)?.Entries ?? [])
                .OrderBy(entry => entry.Key != "primaryLocationLineHash")
                .ThenBy(entry => entry.Key, StringComparer.Ordinal));
        return all.FirstOrDefault(entry => entry.Node.IsString)?.Node.Text;
    }

    private FactPlace? Location(DocumentNode result)
    {
        foreach (var location in shape.Maps(result, "locations"))
        {
            var physical = shape.Map(location, "physicalLocation");
            if (paths.Resolve(shape.Map(physical, "artifactLocation")) is { } found)
            {
                return Region(new FactPlace(found), shape.Map(physical, "region"));
            }
        }

        return null;
    }

    /// <summary>Scanners write line 0 for "the whole file"; such numbers are left out.</summary>
    private FactPlace Region(FactPlace place, DocumentNode? region)
    {
        if (Positive(region, "startLine") is not { } line)
        {
            return place;
        }

        var endLine = Positive(region, "endLine");
        return place with
        {
            Line = line,
            EndLine = endLine >= line ? endLine : null,
            Column = Positive(region, "startColumn"),
            EndColumn = Positive(region, "endColumn"),
        };
    }

    private int? Positive(DocumentNode? node, string key) => shape.Integer(node, key) is { } number and > 0 ? number : null;

    private string? OneOf(DocumentNode? node, string key, string[] valid) => shape.Text(node, key) is not { } text ? null
        : valid.Contains(text, StringComparer.Ordinal) ? text
        : throw shape.Fail(node!.Get(key)!, $"\"{FactText.Cut(text, 40)}\" is not a {key}; valid: {string.Join(", ", valid)}");

    [GeneratedRegex(@"\{\{|\}\}|\{[0-9]{1,4}\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    /// <summary><c>[a user's value](1)</c> points at a related location, which plain text cannot follow.</summary>
    [GeneratedRegex(@"\[([^\[\]\\]*)\]\([0-9]+\)", RegexOptions.None, 1000)]
    private static partial Regex EmbeddedLink();
}
