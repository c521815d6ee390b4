using System.Text;

namespace Gates.Formats.Archives;

/// <summary>What stands before an entry and says more of it than fits there.</summary>
internal sealed class PaxHeader
{
    private readonly SortedDictionary<string, string> extended = new(StringComparer.Ordinal);

    public string? Name { get; set; }

    public string? Link { get; set; }

    public string? Time { get; private set; }

    public long? Size { get; private set; }

    public long? User { get; private set; }

    public long? Group { get; private set; }

    public string Extended => string.Join('\n', extended.Select(one => $"{one.Key}={one.Value}"));

    /// <summary>Records of the form <c>LENGTH KEY=VALUE</c> and a line feed.</summary>
    public void Read(ReadOnlySpan<byte> records)
    {
        while (!records.IsEmpty)
        {
            var space = records.IndexOf((byte)' ');
            if (space is < 1 or > 9 || !int.TryParse(Encoding.ASCII.GetString(records[..space]), out var length)
                || length <= space + 1 || length > records.Length || records[length - 1] != '\n')
            {
                throw new TarException("is damaged: an attribute in it has no end");
            }

            var record = records[(space + 1)..(length - 1)];
            var equals = record.IndexOf((byte)'=');
            Take(TarText.Of(record[..Math.Max(equals, 0)]), record[(equals + 1)..]);
            records = records[length..];
        }
    }

    private void Take(string key, ReadOnlySpan<byte> value)
    {
        switch (key)
        {
            case "path":
                Name = TarText.Of(value);
                break;
            case "linkpath":
                Link = TarText.Of(value);
                break;
            case "mtime":
                Time = TarText.Of(value);
                break;
            case "size":
                Size = Whole(value);
                break;
            case "uid":
                User = Whole(value);
                break;
            case "gid":
                Group = Whole(value);
                break;
            case "atime" or "ctime":
                break;
            default:
                extended[key] = Convert.ToHexStringLower(value);
                break;
        }
    }

    private static long Whole(ReadOnlySpan<byte> value) =>
        long.TryParse(value, out var number) && number >= 0 ? number : throw new TarException("is damaged: a number in it is none");
}

/// <summary>Names as archives hold them.</summary>
internal static class TarText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Bytes that are no UTF-8 stay distinct: each becomes its own character.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
