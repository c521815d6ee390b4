using System.Text;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>A few bytes of text as characters, for patterns to be tried on: always the same memory, since most tries find nothing.</summary>
internal sealed class TextWindow
{
    private char[] characters = new char[512];

    public ReadOnlySpan<char> Over(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > characters.Length)
        {
            Array.Clear(characters);
            characters = new char[bytes.Length * 2];
        }

        return characters.AsSpan(0, Encoding.Latin1.GetChars(bytes, characters));
    }
}
