using System.Security.Cryptography;
using System.Text;
using Gates.Attestation.Cryptography;
using Gates.Doors.Sigstore;
using Gates.Doors.Tokens;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Keys;

/// <summary>
/// Where private keys come from: a file, descriptor or token that the command line or the environment names, else the environment itself, where a secret puts
/// it.
/// </summary>
internal static class PrivateKeySource
{
    private const int MaxBytes = 64 << 10;

    /// <summary>The environment variable of a use, such as <c>GATES_LOG_KEY</c>.</summary>
    public static string Variable(KeyUse use) => $"GATES_{KeyringJson.Name(use).ToUpperInvariant()}_KEY";

    /// <summary>The environment variable that names a file with the key, such as <c>GATES_LOG_KEY_FILE</c>.</summary>
    public static string FileVariable(KeyUse use) => Variable(use) + "_FILE";

    /// <summary>
    /// The environment with the keys, and what could sign in this job's name, taken out of this process, so that no program that it starts inherits them.
    /// </summary>
    public static Func<string, string?> Taken(Func<string, string?> variables)
    {
        var keys = Enum.GetValues<KeyUse>().Select(Variable).Append(WorkloadIdentity.TokenVariable)
            .ToDictionary(name => name, variables, StringComparer.Ordinal);
        foreach (var name in keys.Keys)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        return name => keys.TryGetValue(name, out var key) ? key : variables(name);
    }

    /// <summary>Whether <see cref="Read"/> would find one.</summary>
    public static bool IsGiven(KeyUse use, string? file, Func<string, string?> variables) =>
        file is not null || !string.IsNullOrEmpty(variables(Variable(use))) || !string.IsNullOrEmpty(variables(FileVariable(use)));

    /// <returns>The key; <see langword="null"/> when neither is given.</returns>
    /// <exception cref="UsageException">What is given is not a key. The message holds nothing of it.</exception>
    public static Ed25519PrivateKey? Read(KeyUse use, string? file, Func<string, string?> variables)
    {
        if (file is not null)
        {
            return ReadNamed(file, variables);
        }

        var pem = variables(Variable(use)) is { Length: > 0 } text ? text : null;
        var named = variables(FileVariable(use)) is { Length: > 0 } path ? path : null;
        return pem is not null && named is not null ? throw new UsageException($"{Variable(use)} and {FileVariable(use)} are both set; leave one away")
            : named is not null ? ReadNamed(named, variables)
            : pem is not null && TokenUri.IsOne(pem) ? ReadNamed(pem, variables)
            : pem is not null ? KeyPem.ReadPrivate(pem, Variable(use))
            : null;
    }

    /// <summary>A file, or a key in a token.</summary>
    private static Ed25519PrivateKey ReadNamed(string name, Func<string, string?> variables)
    {
        if (!TokenUri.IsOne(name))
        {
            return ReadFile(name);
        }

#pragma warning disable CA2000 // The key disposes of it.
        var token = TokenKey.Open(TokenUri.Read(name), variables);
#pragma warning restore CA2000
        try
        {
            return Ed25519PrivateKey.Of(token.PublicKey, token.Sign, token);
        }
        catch
        {
            token.Dispose();
            throw;
        }
    }

    private static Ed25519PrivateKey ReadFile(string file)
    {
        byte[]? bytes = null;
        char[]? text = null;
        try
        {
            using var stream = new FileStream(file, new FileStreamOptions { BufferSize = 0 });
            bytes = GC.AllocateUninitializedArray<byte>(MaxBytes, pinned: true);
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            text = GC.AllocateUninitializedArray<char>(Encoding.UTF8.GetCharCount(bytes, 0, length), pinned: true);
            Encoding.UTF8.GetChars(bytes.AsSpan(0, length), text);
            return KeyPem.ReadPrivate(text, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: the key cannot be read: {e.Message}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            text.AsSpan().Clear();
        }
    }
}
