using System.Globalization;
using System.Text;

namespace Gates.Doors.Git.History;

/// <summary>A commit or tag object, taken apart.</summary>
internal sealed class GitObjectText
{
    private static readonly string[] SignatureStarts =
        ["-----BEGIN SSH SIGNATURE-----", "-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP MESSAGE-----", "-----BEGIN SIGNED MESSAGE-----"];

    /// <value>Characters that are read of one object. A signature that stands further down counts as none.</value>
    private const int MaxLength = 256 << 10;

    private readonly List<(string Name, string Value)> headers = [];

    private GitObjectText(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        foreach (var line in (end < 0 ? text : text[..end]).Split('\n'))
        {
            if (line.StartsWith(' ') && headers.Count > 0)
            {
                headers[^1] = (headers[^1].Name, headers[^1].Value + "\n" + line[1..]);
            }
            else
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                headers.Add(space < 0 ? (line, "") : (line[..space], line[(space + 1)..]));
            }
        }

        Message = end < 0 ? "" : text[(end + 2)..];
    }

    public string Message { get; }

    public static GitObjectText Read(Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var characters = new char[MaxLength];
        return new GitObjectText(new string(characters, 0, reader.ReadBlock(characters)));
    }

    /// <summary>The first header of a name, or <see langword="null"/>.</summary>
    public string? Header(string name) => headers.Where(header => header.Name == name).Select(header => header.Value).FirstOrDefault();

    public IReadOnlyList<string> Headers(string name) => [.. headers.Where(header => header.Name == name).Select(header => header.Value)];

    /// <summary>A tag's message, and the signature that stands at its end.</summary>
    public (string Message, string? Signature) SplitSignature()
    {
        var start = SignatureStarts.Max(armour => Message.StartsWith(armour, StringComparison.Ordinal)
            ? 0
            : Message.LastIndexOf("\n" + armour, StringComparison.Ordinal));
        return start < 0 ? (Message, null) : (Message[..start], Message[start..].TrimStart('\n'));
    }

    /// <summary>Reads <c>Name &lt;address&gt; 1700000000 +0100</c>.</summary>
    public (GitPerson Person, DateTimeOffset? Time) Signed(string header)
    {
        var text = Header(header) ?? "";
        var (open, close) = (text.IndexOf('<', StringComparison.Ordinal), text.LastIndexOf('>'));
        if (open < 0 || close < open)
        {
            return (new GitPerson(text, ""), null);
        }

        var when = text[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (new GitPerson(text[..open].Trim(), text[(open + 1)..close].Trim()), when.Length == 2 ? Time(when[0], when[1]) : null);
    }

    private static DateTimeOffset? Time(string seconds, string zone)
    {
        // Year 9000: far enough, and safe to shift by a time zone.
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since) || since > 221_845_392_000
            || zone.Length != 5 || !int.TryParse(zone, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var shift))
        {
            return null;
        }

        var minutes = ((shift / 100) * 60) + (shift % 100);
        return Math.Abs(minutes) > 14 * 60 ? null : DateTimeOffset.FromUnixTimeSeconds(since).ToOffset(TimeSpan.FromMinutes(minutes));
    }
}
