using System.Globalization;
using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Tokens;

/// <summary>
/// A key in a token, named as RFC 7512 has it: <c>pkcs11:token=gates;object=release?module-path=/usr/lib/…/module.so&amp;pin-source=file:/run/pin</c>.
/// </summary>
internal sealed record TokenUri
{
    private const string Scheme = "pkcs11:";
    private const string Example = "pkcs11:token=NAME;object=NAME?module-path=/PATH/MODULE.so&pin-source=file:/PATH";

    private static readonly string[] Known = ["token", "manufacturer", "serial", "model", "slot-id", "object", "id", "type", "module-path", "pin-source"];

    /// <value>Attributes of the token that must be equal, such as <c>token</c> and <c>serial</c>.</value>
    public required IReadOnlyDictionary<string, string> Token { get; init; }

    public ulong? Slot { get; init; }

    /// <value>The key's label.</value>
    public string? Object { get; init; }

    /// <value>The key's id.</value>
    public byte[]? Id { get; init; }

    /// <value>The library that knows the token; absolute.</value>
    public required string Module { get; init; }

    /// <value>Where the PIN is: <c>file:PATH</c> or <c>env:NAME</c>; <see langword="null"/> for a token without one.</value>
    public string? PinSource { get; init; }

    public static bool IsOne(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="UsageException">It does not name one key, or holds what it must not.</exception>
    public static TokenUri Read(string text)
    {
        var parts = text[Scheme.Length..].Split('?', 2);
        var values = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        Collect(parts[0].Split(';'), values);
        Collect(parts.Length > 1 ? parts[1].Split('&') : [], values);
        var names = values
            .Where(one => one.Key is not ("id" or "module-path" or "pin-source"))
            .ToDictionary(one => one.Key, one => Text(one.Value), StringComparer.Ordinal);
        if (names.TryGetValue("type", out var type) && type != "private")
        {
            throw Wrong($"`type={Escape.OneLine(type)}`: a private key signs, so leave it away or write type=private");
        }

        if (!names.ContainsKey("object") && !values.ContainsKey("id"))
        {
            throw Wrong("it names no key: `object` (its label) or `id` is wanted");
        }

        var module = values.TryGetValue("module-path", out var path)
            ? Text(path)
            : throw Wrong("`module-path` is missing: the library of the token, such as /usr/lib/softhsm/libsofthsm2.so");
        return new TokenUri
        {
            Token = names.Where(one => one.Key is "token" or "manufacturer" or "serial" or "model").ToDictionary(StringComparer.Ordinal),
            Slot = !names.TryGetValue("slot-id", out var slot) ? null
                : ulong.TryParse(slot, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : throw Wrong("`slot-id` is a number"),
            Object = names.GetValueOrDefault("object"),
            Id = values.GetValueOrDefault("id"),
            Module = Path.IsPathRooted(module)
                ? module
                : throw Wrong("`module-path` is an absolute path, so that no library is loaded from a folder of chance"),
            PinSource = values.TryGetValue("pin-source", out var source) ? Text(source) : null,
        };
    }

    private static void Collect(string[] attributes, Dictionary<string, byte[]> values)
    {
        foreach (var attribute in attributes.Where(one => one.Length > 0))
        {
            var (name, value) = attribute.Split('=', 2) is [var left, var right]
                ? (left, right)
                : throw Wrong($"`{Escape.OneLine(attribute)}` is not NAME=VALUE");
            if (name == "pin-value")
            {
                throw Wrong("`pin-value` puts the PIN where every process of this machine and every log can read it; give `pin-source=file:PATH` or "
                    + "`pin-source=env:NAME`");
            }

            if (!Known.Contains(name, StringComparer.Ordinal))
            {
                throw Wrong($"`{Escape.OneLine(name)}` is not known; it is one of {string.Join(", ", Known)}");
            }

            if (!values.TryAdd(name, Decode(value)))
            {
                throw Wrong($"`{name}` stands there twice");
            }
        }
    }

    /// <summary>RFC 3986 §2.1: a percent sign and two digits are a byte.</summary>
    private static byte[] Decode(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '%')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(value, i, 1));
            }
            else if (i + 2 < value.Length
                && byte.TryParse(value.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            {
                bytes.Add(number);
                i += 2;
            }
            else
            {
                throw Wrong("a percent sign is followed by two hexadecimal digits");
            }
        }

        return [.. bytes];
    }

    private static string Text(byte[] value) => Encoding.UTF8.GetString(value);

    private static UsageException Wrong(string why) => new($"a key in a token is named like {Example} (RFC 7512): {why}");
}
