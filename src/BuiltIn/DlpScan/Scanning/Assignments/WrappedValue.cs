using System.Text;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>What languages put around a value: <c>String::from("x")</c>, <c>&lt;&lt;"x">></c>, <c>SecretStr("x")</c>.</summary>
internal static class WrappedValue
{
    private static readonly string[] Wrappers =
    [
        "Some(", "String::from(", "new String(", "SecretStr(", "Secret(", "str(", "bytes(", "Just(", "Optional.of(", "Buffer.from(", "pulumi.secret(",
        "strdup(",
        "from(", "ptr(", "String(", "NSString stringWithString:", "std::string(", "SecretString(", "ConvertTo-SecureString ", "<<", "pack ", "T.pack ", "(",
    ];

    /// <returns>Where the value begins that is handed to one of them; the same place where none is.</returns>
    public static int Begin(ReadOnlySpan<byte> text, int at)
    {
        foreach (var wrapper in Wrappers)
        {
            var length = wrapper.Length;
            if (At(text, at) == (byte)wrapper[0] && at + length <= text.Length && Ascii.Equals(text.Slice(at, length), wrapper))
            {
                return SkipBlanks(text, at + length);
            }
        }

        return At(text, at) == (byte)'-' && StartsWith(text, at, "-String "u8) ? at + 8 : at;
    }
}
