using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Runner.Tests.BuiltIn.DlpScan.Unwrapping;

/// <summary>How people wrap text, made at run time.</summary>
internal static class Wrappers
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <value>By the words that say so in a finding.</value>
    public static IReadOnlyList<(string Words, Func<string, string> Wrap)> All { get; } =
    [
        ("base64", Base64),
        ("base64", text => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))),
        ("base64", text => string.Join("\n    ", Base64(text).Chunk(64).Select(line => new string(line)))),
        ("base64", text => "\"" + string.Join("\" +\n    \"", Base64(text).Chunk(76).Select(line => new string(line))) + "\""),
        ("base64 of UTF-16", text => Convert.ToBase64String(Encoding.Unicode.GetBytes(text))),
        ("hexadecimal", text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))),
        ("hexadecimal", text => "0x" + Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        ("string escapes", text => Each(text, c => $"\\x{(int)c:x2}")),
        ("string escapes", text => Each(text, c => $"\\u{(int)c:x4}")),
        ("percent-encoding", text => Each(text, c => $"%{(int)c:X2}")),
        ("HTML entities", text => Each(text, c => $"&#{(int)c};")),
        ("HTML entities", text => Each(text, c => $"&#x{(int)c:x};")),
        ("base64 inside base64", text => Base64(Base64(text))),
        ("base64 inside percent-encoding", text => Each(Base64(text), c => $"%{(int)c:X2}")),
        ("base64 inside string escapes", text => Each(Base64(text), c => $"\\u{(int)c:x4}")),
        ("base64 inside base64 inside base64", text => Base64("{\"a\":\"" + Base64(Base64("\n" + text + "\n")) + "\"}")),
    ];

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Json(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static string Each(string text, Func<char, FormattableString> escape) =>
        string.Concat(text.Select(c => escape(c).ToString(CultureInfo.InvariantCulture)));
}
