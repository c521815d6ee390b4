using System.Text;

namespace Acceptance.Tests.HostileInputs;

/// <summary>A token where somebody hopes that nobody looks.</summary>
/// <param name="Path">The file, one for each input.</param>
/// <param name="Bytes">What stands in it.</param>
internal sealed record HiddenSecret(string Path, byte[] Bytes)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string ShortKey = string.Concat(
        "-----BEGIN EC PRIVATE ",
        "KEY-----\nMHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtLYX5CB04fSeQ6tF1aY/PuoAoGCCqGSM49\n-----END EC PRIVATE ",
        "KEY-----\n");

    private static readonly (string Name, Func<string, string> Text)[] Places =
    [
        ("dotenv", token => $"A=1\nTOKEN={token}\nB=2\n"),
        ("export", token => $"export TOKEN=\"{token}\"\n"),
        ("json", token => $"{{\"a\": 1, \"token\": \"{token}\"}}\n"),
        ("escaped", token => $"{{\"a\": \"\\u0022{token}\\u0022\"}}\n"),
        ("yaml", token => $"a:\n  - token: {token}\n"),
        ("xml", token => $"<a><token>{token}</token></a>\n"),
        ("comment", token => $"# {token}\n"),
        ("code", token => $"const t = '{token}'; // t\n"),
        ("url", token => $"git clone https://x:{token}@github.com/a/b.git\n"),
        ("header", token => $"curl -H \"Authorization: token {token}\" https://a.example\n"),
        ("bare", token => token),
        ("far", token => string.Concat(Enumerable.Repeat("lorem ipsum ", 3_000)) + token + "\n"),
        ("behind-a-key", token => ShortKey + "x\n" + token + "\n"),
        ("crlf", token => $"A=1\r\nTOKEN={token}\r\n"),
        ("carriage-returns", token => $"A=1\rTOKEN={token}\r"),
    ];

    private static readonly (string Name, Func<string, byte[]> Encode)[] Encodings =
    [
        ("utf8", Encoding.UTF8.GetBytes),
        ("utf8-mark", text => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]),
        ("utf16le", text => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]),
        ("utf16be", text => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]),
        ("utf16le-bare", Encoding.Unicode.GetBytes),
        ("latin1", text => Encoding.Latin1.GetBytes("é\n" + text)),
        ("zero-first", text => [0, .. Encoding.UTF8.GetBytes(text)]),
        ("zero-last", text => [.. Encoding.UTF8.GetBytes(text), 0]),
        ("zeros", text => [.. Encoding.UTF8.GetBytes("a\0b\0c\0\n" + text), 0, 0]),
        ("false-mark", text => [0xFF, 0xFE, .. Encoding.UTF8.GetBytes(text)]),
        ("binary", text => [
            .. Enumerable.Range(0, 512).Select(i => (byte)(i * 7)),
            .. Encoding.UTF8.GetBytes(text),
            .. Enumerable.Range(0, 64).Select(i => (byte)(255 - i))
        ]),
    ];

    public static IReadOnlyList<HiddenSecret> All { get; } =
    [
        .. from place in Places.Index()
           from encoding in Encodings.Index()
           let ending = encoding.Item.Name == "binary" ? "bin" : "txt"
           select new HiddenSecret(
               $"{place.Item.Name}/{encoding.Item.Name}.{ending}",
               encoding.Item.Encode(place.Item.Text(Token((place.Index * 100) + encoding.Index)))),
    ];

    /// <summary>A token of the right form for each input, made while the tests run.</summary>
    private static string Token(int number)
    {
        var state = (uint)number + 77;
        var letters = new char[36];
        for (var i = 0; i < letters.Length; i++)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            letters[i] = Letters[(int)((state >> 16) % (uint)Letters.Length)];
        }

        return string.Concat("gh", "p_", new string(letters));
    }
}
