using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;
using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>Finds secrets that only the name beside them tells. It looks where a word of a name was found, so that text without one costs nothing.</summary>
/// <param name="rules">The rules whose anchor is an assignment.</param>
/// <param name="placeholders">Takes what looks like a secret and is made up.</param>
internal sealed class AssignmentScanner(RuleSet rules, List<RawMatch> placeholders)
{
    private static readonly IAssignmentReader[] Readers = [new PairReader(), new OperatorReader(), new MarkupValues(), new CommandReader()];
    private static readonly string[] Schemes = ["Bearer", "Basic", "Token", "ApiKey", "Digest", "Negotiate", "bearer", "basic", "token"];
    private FileKind kind;
    private bool? isSettings;
    private string file = string.Empty;
    private int done;
    private bool wantsDocument;

    /// <summary>Begins a file.</summary>
    public void Begin(string path)
    {
        file = path;
        kind = FileKinds.Of(path);
        done = 0;
        isSettings = null;
    }

    /// <summary>Begins a piece of text.</summary>
    public void Forget() => (done, wantsDocument) = (0, false);

    /// <summary>Ends a piece of text: when it is a whole document whose shape may tell more than its lines, it is read.</summary>
    public void Finish(ReadOnlySpan<byte> text, List<RawMatch> found)
    {
        if (!wantsDocument || kind is not (FileKind.Yaml or FileKind.Json) || text.Length > DocumentReader.MaxBytes)
        {
            return;
        }

        foreach (var (name, meaning, place) in DocumentReader.Read(text.ToArray(), file))
        {
            Judge(text, name, place.Start, meaning, place, found);
        }
    }

    /// <summary>Looks at the name that a word stands in.</summary>
    public void At(ReadOnlySpan<byte> text, int place, int length, List<RawMatch> found)
    {
        if (kind == FileKind.Ignored || place < done)
        {
            return;
        }

        (place, var end) = NameSpan.Of(text, place, length);
        done = end;

        // A hyphen before it makes it an option, which any word may follow.
        if (!NameEnd.MayAssign(text, end, kind) && !IsOption(text, place))
        {
            return;
        }

        var name = NameSpan.Whole(text, place, end);
        if (name.End - name.Start > NameSpan.MaxName)
        {
            return;
        }

        wantsDocument |= MayHoldMore(text, name);
        foreach (var value in ValuesOf(text, name, kind))
        {
            Judge(text, name, value, found);
        }
    }

    private static IReadOnlyList<ValuePlace> ValuesOf(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        if (ListedValues.Of(text, name, kind) is { Count: > 0 } listed)
        {
            return listed;
        }

        foreach (var reader in Readers)
        {
            if (reader.Read(text, name, kind) is { } value)
            {
                return [AfterScheme(text, value)];
            }
        }

        return HeadOfColumn.Cells(text, name, kind);
    }

    /// <summary>The kind of a Kubernetes secret, a name with a map below it, or a name that follows its value.</summary>
    private static bool MayHoldMore(ReadOnlySpan<byte> text, in NamePlace name)
    {
        var last = text[name.End - 1] | 0x20;
        var after = SkipBlanks(text, name.After);
        if (last == 's' && TextScan.At(text, after) == (byte)':' && SkipBlanks(text, after + 1) is var next)
        {
            return IsEnd(text, next) || text[next] is (byte)'{' or (byte)'[';
        }

        var before = text[Math.Max(0, name.Outer - 12)..name.Outer].TrimEnd(" :\"'"u8);
        return before.EndsWith("kind"u8)
            || ((before.EndsWith("name"u8) || before.EndsWith("key"u8))
                && text[Math.Max(0, name.Outer - NameSpan.MaxName)..name.Outer].IndexOf("value"u8) >= 0);
    }

    private void Judge(ReadOnlySpan<byte> text, in NamePlace name, ValuePlace place, List<RawMatch> found)
    {
        var label = Encoding.Latin1.GetString(text[name.Start..name.End]);
        Judge(text, label, name.Outer, SecretName.Of(label), place, found);
    }

    private void Judge(ReadOnlySpan<byte> text, string label, int nameStart, Meaning meaning, ValuePlace place, List<RawMatch> found)
    {
        if (place.End <= place.Start)
        {
            return;
        }

        var value = Encoding.Latin1.GetString(text[place.Start..place.End]);
        if (meaning == Meaning.None || SecretJudge.Echoes(value, label))
        {
            return;
        }

        var strength = SecretJudge.Of(value, place.Form == ValueForm.Login ? Meaning.Password : meaning, place.Form, kind);
        var rule = strength switch
        {
            Strength.None => null,

            // "PW" is also Palau.
            Strength.Weak when label.Length < 3 => null,
            Strength.Weak => rules.Assigned("weak"),
            _ => ConnectionText.Is(text, nameStart) ? rules.Assigned("connection") ?? Sure() : Sure(),
        };
        if (rule is null)
        {
            return;
        }

        // The first use proves the rule on its samples.
        _ = rule.Pattern;
        var match = new RawMatch(rule, place.Start, place.End - place.Start, value, string.Empty);
        var isMadeUp = MadeUp.Is(value, RuleCategories.GenericSecret) || Decoded(value) is { } inner && MadeUp.Is(inner, RuleCategories.GenericSecret);
        if (isMadeUp && meaning == Meaning.Password && SecretJudge.IsPolicyWord(value) && rules.Assigned("weak") is { } weak)
        {
            _ = weak.Pattern;
            (match, isMadeUp) = (match with { Rule = weak }, false);
        }

        (isMadeUp ? placeholders : found).Add(match);
    }

    private DlpRule? Sure() => rules.Assigned("settings") is { } settings && (isSettings ??= settings.Paths?.Includes(file) != false)
        ? settings
        : rules.Assigned("secret");

    /// <summary>What a Kubernetes secret holds stands in base64, also when it is no secret.</summary>
    private static string? Decoded(string value)
    {
        Span<byte> bytes = stackalloc byte[300];
        return value.Length % 4 == 0 && value.Length <= 400 && Convert.TryFromBase64String(value, bytes, out var length) && length > 2
            && !bytes[..length].ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? Encoding.ASCII.GetString(bytes[..length])
            : null;
    }

    private static ValuePlace AfterScheme(ReadOnlySpan<byte> text, ValuePlace value)
    {
        foreach (var scheme in Schemes)
        {
            var after = value.Start + scheme.Length;
            if (after <= value.End && Ascii.Equals(text[value.Start..after], scheme) && IsBlank(TextScan.At(text, after)))
            {
                var start = SkipBlanks(text, after);
                return start < value.End ? value with { Start = start } : ValueReader.Word(text, start, "\"'`,;<"u8, value.Form) ?? value;
            }
        }

        return value;
    }

    private static bool IsOption(ReadOnlySpan<byte> text, int place) => text[Math.Max(0, place - NameSpan.MaxName)..place] is var before
        && before[(before.LastIndexOfAny(" \t\"'\n"u8) + 1)..] is [(byte)'-', ..];
}
