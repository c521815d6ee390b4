using System.Security.Cryptography;
using System.Text;
using Gates.Runner.Attesting.Cryptography;

namespace Gates.Runner.Attesting.Keys;

/// <summary>Where private keys come from: a file that the command line names, else the environment, where a secret puts it.</summary>
internal static class PrivateKeySource
{
    private const int MostBytes = 64 << 10;

    /// <summary>The environment variable of a use, such as <c>GATES_LOG_KEY</c>.</summary>
    public static string Variable(KeyUse use) => $"GATES_{KeyringJson.Name(use).ToUpperInvariant()}_KEY";

    /// <summary>The environment with the keys taken out of this process, so that no program that it starts inherits them.</summary>
    public static Func<string, string?> Taken(Func<string, string?> variables)
    {
        var keys = Enum.GetValues<KeyUse>().Select(Variable).ToDictionary(name => name, variables, StringComparer.Ordinal);
        foreach (var name in keys.Keys)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        return name => keys.TryGetValue(name, out var key) ? key : variables(name);
    }

    /// <returns>The key; <see langword="null"/> when neither is given.</returns>
    /// <exception cref="UsageException">What is given is not a key. The message holds nothing of it.</exception>
    public static Ed25519PrivateKey? Read(KeyUse use, string? file, Func<string, string?> variables)
    {
        if (file is not null)
        {
            return ReadFile(file);
        }

        return variables(Variable(use)) is { Length: > 0 } pem ? KeyPem.ReadPrivate(pem, Variable(use)) : null;
    }

    private static Ed25519PrivateKey ReadFile(string file)
    {
        byte[]? bytes = null;
        char[]? text = null;
        try
        {
            using var stream = File.OpenRead(file);
            bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(stream.Length, MostBytes), pinned: true);
            stream.ReadExactly(bytes);
            text = GC.AllocateUninitializedArray<char>(Encoding.UTF8.GetCharCount(bytes), pinned: true);
            Encoding.UTF8.GetChars(bytes, text);
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
