using System.Buffers;
using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>
/// Several values of a plural: <c>PASSWORDS = ["a", "b"]</c>, <c>passwords = {"root": "a"}</c>, <c>String[] passwords = { "a" }</c>. Documents that have a
/// parser are read by <see cref="DocumentReader"/>.
/// </summary>
internal static class ListedValues
{
    private const int MaxValues = 50;

    /// <value>Bytes between the sign and the first value, such as <c>new[] {</c> or <c>List.of(</c>.</value>
    private const int Sight = 48;

    private static readonly SearchValues<byte> Openers = SearchValues.Create("[{("u8);
    private static readonly SearchValues<byte> Between = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_ \t\r\n[]{}()<>.!&@$:"u8);

    /// <summary>Where they stand; none where the name is no plural, or no list follows it.</summary>
    public static IReadOnlyList<ValuePlace> Of(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind)
    {
        if (kind is FileKind.Yaml or FileKind.Json or FileKind.Prose || (text[name.End - 1] | 0x20) != 's' || First(text, name) is not { } at)
        {
            return [];
        }

        var found = new List<ValuePlace>();
        while (found.Count < MaxValues && ValueReader.Quoted(text, at) is { } value)
        {
            var after = SkipSpace(text, value.End + 1);
            if (AfterKey(text, after) is { } second)
            {
                at = second;
                continue;
            }

            found.Add(value with { Form = ValueForm.Part });
            if (At(text, after) != (byte)',')
            {
                break;
            }

            at = SkipSpace(text, after + 1);
        }

        return found;
    }

    /// <summary>Where the first text of a list begins behind what assigns it.</summary>
    private static int? First(ReadOnlySpan<byte> text, in NamePlace name)
    {
        var at = SkipBlanks(text, name.After);
        var sign = At(text, at) switch
        {
            (byte)'=' when At(text, at + 1) is not ((byte)'=' or (byte)'~') => At(text, at + 1) == (byte)'>' ? 2 : 1,
            (byte)':' => At(text, at + 1) == (byte)'=' ? 2 : 1,
            _ => 0,
        };
        if (sign == 0)
        {
            return null;
        }

        at += sign;
        var next = text[at..Math.Min(text.Length, at + Sight)];
        var quote = next.IndexOfAny((byte)'"', (byte)'\'', (byte)'`');
        return quote > 0 && next[..quote].ContainsAny(Openers) && !next[..quote].ContainsAnyExcept(Between) ? at + quote : null;
    }

    /// <summary>Where the value of a key begins; <see langword="null"/> when what ended there was none.</summary>
    private static int? AfterKey(ReadOnlySpan<byte> text, int at) =>
        At(text, at) == (byte)':' ? SkipSpace(text, at + 1)
            : StartsWith(text, at, "=>"u8) ? SkipSpace(text, at + 2)
            : null;
}
