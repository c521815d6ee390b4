using System.Text;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>Tells a field of a connection string by the fields beside it.</summary>
internal static class ConnectionText
{
    private static readonly string[] Fields =
    [
        "server=", "data source=", "host=", "uid=", "user id=", "userid=", "database=", "initial catalog=", "driver=", "dsn=", "accountname=",
        "endpoint=", "jdbc:", "port=", "username=", "user=",
    ];

    public static bool Is(ReadOnlySpan<byte> text, int place)
    {
        if (place == 0 || text[place - 1] is not ((byte)';' or (byte)' ' or (byte)'&' or (byte)'?' or (byte)'"' or (byte)'\'' or (byte)'='))
        {
            return false;
        }

        var start = TextScan.LineStart(text, place);
        var around = Encoding.Latin1.GetString(text[Math.Max(start, place - 300)..Math.Min(TextScan.LineEnd(text, place), place + 300)]);
        return Array.Exists(Fields, field => around.Contains(field, StringComparison.OrdinalIgnoreCase));
    }
}
