using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation.Text;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>The likely cause of a difference, from what differs and from what was different in the second build.</summary>
/// <param name="first">The circumstances of the first build.</param>
/// <param name="second">Those of the second.</param>
internal sealed partial class Causes(Circumstances first, Circumstances second)
{
    private const int MaxShown = 60;

    public (string Cause, string Detail) Of(Pair pair, byte[]? one, byte[]? two)
    {
        if (pair.OnlyByDay)
        {
            return ("time", "the same in both, and it holds the day of the build");
        }

        if (pair.What.Contains("missing"))
        {
            return (Dates().IsMatch(pair.Path) ? "time" : Randoms().IsMatch(pair.Path) ? "random" : "unknown", "only one of the builds made it");
        }

        if (pair is { First: { } a, Second: { } b } && !pair.What.Contains("content"))
        {
            return pair.What.Contains("owner") ? ("user", $"{a.Entry.User}:{a.Entry.Group} and {b.Entry.User}:{b.Entry.Group}")
                : pair.What.Contains("mode") ? ("user", $"{Octal(a.Entry.Mode)} and {Octal(b.Entry.Mode)}")
                : pair.What.Contains("link") ? OfTexts(a.Entry.Link, b.Entry.Link, "random")
                : ("unknown", "");
        }

        return one is null || two is null ? ("unknown", "its content was not looked at") : OfContents(one, two);
    }

    /// <summary>The cause of two texts that differ, such as the configurations of two images.</summary>
    public (string Cause, string Detail) OfTexts(string one, string two, string otherwise)
    {
        var shown = Shown(one, two);
        if (Replace(one, first) == Replace(two, second))
        {
            var isHost = first.HostNames.Count > 0 && ReplaceHosts(one, first) == ReplaceHosts(two, second);
            return (isHost ? "host" : one.Contains(first.Folder, StringComparison.Ordinal) && first.Folder.Length > 1 ? "path" : "user", shown);
        }

        var (plain, other) = (Replace(one, first), Replace(two, second));
        if (WithoutTimes(plain) == WithoutTimes(other))
        {
            return ("time", shown);
        }

        var lines = (One: one.Split('\n'), Two: two.Split('\n'));
        if (lines.One.Length == lines.Two.Length && lines.One.Length > 1
            && lines.One.Order(StringComparer.Ordinal).SequenceEqual(lines.Two.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            return ("order", shown);
        }

        if (plain.Length == other.Length && plain.Length < 100_000 && plain.Order().SequenceEqual(other.Order()))
        {
            return ("order", shown);
        }

        return (Randoms().Replace(WithoutTimes(plain), "*") == Randoms().Replace(WithoutTimes(other), "*") ? "random" : otherwise, shown);
    }

    private (string Cause, string Detail) OfContents(byte[] one, byte[] two)
    {
        if (ArchiveTraces.Of(one, two) is { } archive)
        {
            return archive;
        }

        if (IsText(one) && IsText(two))
        {
            return OfTexts(Encoding.UTF8.GetString(one), Encoding.UTF8.GetString(two), "random");
        }

        // A program: its texts may say it, else its numbers.
        var (texts, others) = (Encoding.Latin1.GetString(one), Encoding.Latin1.GetString(two));
        var cause = OfTexts(texts, others, "random");
        return cause.Cause == "random" && HoldsMoment(one, two) ? ("time", "a number in it is the second of the build") : cause with { Detail = "" };
    }

    /// <summary>Whether what differs lies within numbers that are seconds of these builds.</summary>
    private bool HoldsMoment(byte[] one, byte[] two)
    {
        if (one.Length != two.Length)
        {
            return false;
        }

        for (var at = 0; at < one.Length; at++)
        {
            if (one[at] != two[at] && !Enumerable.Range(Math.Max(0, at - 3), 4).Any(start => IsMoment(one, start, first) && IsMoment(two, start, second)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMoment(byte[] content, int start, Circumstances build)
    {
        if (start + 4 > content.Length)
        {
            return false;
        }

        var number = content.AsSpan(start, 4);
        return Within(System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(number), build)
            || Within(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(number), build);

        static bool Within(long second, Circumstances build) =>
            second >= build.Started.ToUnixTimeSeconds() - 86_400 && second <= build.Ended.ToUnixTimeSeconds() + 86_400;
    }

    private static string Replace(string text, Circumstances build)
    {
        text = ReplaceHosts(text, build);
        if (build.Folder.Length > 1)
        {
            text = text.Replace(build.Folder, "/•", StringComparison.Ordinal);
        }

        text = text.Replace(build.Zone, "•", StringComparison.Ordinal);
        return build.User.Length > 0 ? text.Replace(build.User, "•", StringComparison.Ordinal) : text;
    }

    private static string ReplaceHosts(string text, Circumstances build)
    {
        foreach (var host in build.HostNames.Where(host => host.Length > 3))
        {
            text = text.Replace(host, "•", StringComparison.Ordinal);
        }

        return text;
    }

    private static string WithoutTimes(string text) => Dates().Replace(text, "•");

    private static string Octal(int mode) => Convert.ToString(mode, 8);

    private static bool IsText(byte[] content) => content.AsSpan(0, Math.Min(content.Length, 8_000)).IndexOf((byte)0) < 0;

    private static string Shown(string one, string two)
    {
        var at = Math.Max(0, one.AsSpan().CommonPrefixLength(two) - 10);
        return $"{Piece(one, at)} and {Piece(two, at)}";
    }

    private static string Piece(string text, int at) =>
        "\"" + Escape.Cut(Escape.OneLine(text[Math.Min(at, text.Length)..Math.Min(text.Length, at + MaxShown)]), MaxShown) + "\"";

    /// <summary>Dates and times of day as programs write them, and seconds or finer since 1970.</summary>
    [GeneratedRegex(
        @"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? ?)?(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
            + @"|[0-9]{1,2}[-/. ](?:[0-9]{1,2}|[A-Z][a-z]{2,8})[-/. ][0-9]{2,4}"
            + @"|[A-Z][a-z]{2,8} {1,2}[0-9]{1,2}(?:,? [0-9]{4})?)(?:[T ,]{1,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?)?"
            + @"(?: ?(?:Z|UTC|GMT[+-]?[0-9]*|[+-][0-9]{2}:?[0-9]{2}|[A-Z]{3,5}))?(?: [0-9]{4}\b)?"
            + @"|\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?\b(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT[+-]?[0-9]*|[+-][0-9]{2}:?[0-9]{2})(?: [0-9]{4}\b)?)?"
            + @"|(?<![0-9])(?:1[5-9]|2[0-9])[0-9]{8}(?:[.]?[0-9]{3,9})?(?![0-9])"
            + @"|(?<![0-9])20[2-9][0-9](?:0[1-9]|1[0-2])[0-3][0-9](?:[T_-]?[0-9]{4,6})?(?![0-9])",
        RegexOptions.CultureInvariant,
        2000)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9A-Za-z+/_=-]{6,}|(?<![0-9])[0-9]{1,20}(?![0-9])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Randoms();
}

/// <summary>The circumstances of one build.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Folder">Where it ran; empty when the Dockerfile says so.</param>
/// <param name="User">As whom; empty when the Dockerfile says so.</param>
/// <param name="HostNames">What the machine was called, by step.</param>
/// <param name="Zone">In which time zone.</param>
internal sealed record Circumstances(
    DateTimeOffset Started, DateTimeOffset Ended, string Folder, string User, IReadOnlyList<string> HostNames, string Zone);
