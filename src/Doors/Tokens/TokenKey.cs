using System.Security.Cryptography;
using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Tokens;

/// <summary>A private key of Ed25519 that never leaves its token: a hardware module, a smart card, or a program that acts as one.</summary>
internal sealed class TokenKey : IDisposable
{
    private const ulong Class = 0x0;
    private const ulong Label = 0x3;
    private const ulong KeyType = 0x100;
    private const ulong Id = 0x102;
    private const ulong Point = 0x181;
    private const ulong PublicKeyClass = 2;
    private const ulong PrivateKeyClass = 3;
    private const ulong Edwards = 0x40;
    private const ulong EdDsa = 0x1057;
    private const int KeyLength = 32;

    private readonly TokenModule module;
    private readonly ulong session;
    private readonly ulong key;
    private readonly Lock turn = new();

    private TokenKey(TokenModule module, ulong session, ulong key, byte[] publicKey)
    {
        this.module = module;
        this.session = session;
        this.key = key;
        PublicKey = publicKey;
    }

    /// <value>32 bytes.</value>
    public byte[] PublicKey { get; }

    /// <param name="uri">Names it.</param>
    /// <param name="variables">Reads an environment variable.</param>
    /// <exception cref="UsageException">There is no such library, token or key, or the PIN is wrong.</exception>
    /// <exception cref="TokenException">The token refuses.</exception>
    public static TokenKey Open(TokenUri uri, Func<string, string?> variables)
    {
        var library = TokenModule.Load(uri.Module);
        var opened = library.OpenSession(SlotOf(uri, library));
        try
        {
            Login(uri, library, opened, variables);
            var found = Only(uri, library.Find(opened, 2, Wanted(uri, PrivateKeyClass)), "private key");
            return library.Attribute(opened, found, KeyType) is { Length: sizeof(ulong) } type && BitConverter.ToUInt64(type) == Edwards
                ? new TokenKey(library, opened, found, PublicKeyOf(uri, library, opened, found))
                : throw new UsageException($"{Name(uri)} is not a key of Ed25519 (CKK_EC_EDWARDS), the one kind that a keyring has");
        }
        catch
        {
            library.CloseSession(opened);
            throw;
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        lock (turn)
        {
            return module.Sign(session, key, EdDsa, message);
        }
    }

    public void Dispose() => module.CloseSession(session);

    private static ulong SlotOf(TokenUri uri, TokenModule module)
    {
        var all = module.Slots().Select(slot => (Slot: slot, Token: module.Token(slot))).Where(one => one.Token["token"].Length > 0).ToList();
        var fitting = all
            .Where(one => (uri.Slot is null || one.Slot == uri.Slot) && uri.Token.All(wanted => one.Token[wanted.Key] == wanted.Value))
            .ToList();
        return fitting switch
        {
            [var only] => only.Slot,
            [] => throw new UsageException($"no token of {uri.Module} is the one that is named; there {(all.Count == 1 ? "is" : "are")} {Names(all)}"),
            _ => throw new UsageException(
                $"{fitting.Count} tokens of {uri.Module} are like the one that is named: {Names(fitting)}; `serial` tells them apart"),
        };
    }

    private static string Names(List<(ulong Slot, IReadOnlyDictionary<string, string> Token)> tokens) =>
        tokens.Count == 0 ? "none" : string.Join(", ", tokens.Select(one => Escape.OneLine($"{one.Token["token"]} (serial {one.Token["serial"]})")));

    private static void Login(TokenUri uri, TokenModule module, ulong session, Func<string, string?> variables)
    {
        if (TokenPin.Read(uri, variables) is not { } pin)
        {
            return;
        }

        try
        {
            switch (module.Login(session, pin))
            {
                case 0 or 0x100:
                    // CKR_USER_ALREADY_LOGGED_IN: another key of this process is in the same token.
                    return;
                case 0xa0 or 0xa1 or 0xa2:
                    throw new UsageException($"the token refuses the PIN of pin-source={uri.PinSource}; after a few more such tries it may lock itself");
                case 0xa4:
                    throw new UsageException("the token is locked, because a wrong PIN was given too often; its owner can unlock it");
                case var other:
                    throw new TokenException("C_Login", other);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pin);
        }
    }

    private static ulong Only(TokenUri uri, ulong[] found, string what) => found switch
    {
        [var only] => only,
        [] => throw new UsageException(
            $"the token has no {what} {Name(uri)}{(uri.PinSource is null ? ", or shows it only to who logs in: `pin-source` is not given" : "")}"),
        _ => throw new UsageException($"the token has more than one {what} {Name(uri)}; `id` tells them apart"),
    };

    private static (ulong, byte[])[] Wanted(TokenUri uri, ulong kind)
    {
        List<(ulong, byte[])> wanted = [(Class, BitConverter.GetBytes(kind))];
        if (uri.Object is { } label)
        {
            wanted.Add((Label, Encoding.UTF8.GetBytes(label)));
        }

        if (uri.Id is { } id)
        {
            wanted.Add((Id, id));
        }

        return [.. wanted];
    }

    /// <summary>Of the public key with the same id: a private one does not show its point.</summary>
    private static byte[] PublicKeyOf(TokenUri uri, TokenModule module, ulong session, ulong key)
    {
        var kind = (Class, BitConverter.GetBytes(PublicKeyClass));
        var found = module.Attribute(session, key, Id) is { Length: > 0 } id
            ? module.Find(session, 2, kind, (Id, id))
            : module.Find(session, 2, Wanted(uri, PublicKeyClass));
        var point = module.Attribute(session, Only(uri, found, "public key beside the private one"), Point);
        return point switch
        {
            // DER's OCTET STRING, as v2.40 has it, or the bare bytes.
            [0x04, KeyLength, .. { Length: KeyLength } inner] => inner,
            { Length: KeyLength } => point,
            _ => throw new UsageException($"the public key of {Name(uri)} is not one of Ed25519"),
        };
    }

    private static string Name(TokenUri uri)
    {
        string?[] parts = [uri.Object is { } label ? $"object={label}" : null, uri.Id is { } id ? $"id={Convert.ToHexStringLower(id)}" : null];
        return Escape.OneLine(string.Join(" and ", parts.OfType<string>()));
    }
}
