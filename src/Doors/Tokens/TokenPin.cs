using System.Security.Cryptography;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Tokens;

/// <summary>Reads the PIN of a token from where its URI says; it is in no message and on no command line.</summary>
internal static class TokenPin
{
    private const int MaxBytes = 1_024;

    /// <returns>Its bytes, which the caller clears; <see langword="null"/> for a token without one.</returns>
    /// <exception cref="UsageException">It is not there.</exception>
    public static byte[]? Read(TokenUri uri, Func<string, string?> variables) => uri.PinSource switch
    {
        null => null,
        ['e', 'n', 'v', ':', .. var name] => variables(name) is { Length: > 0 } pin
            ? Encoding.UTF8.GetBytes(pin)
            : throw new UsageException($"pin-source=env:{name}: the variable is not set; give the job its secret under `env`"),
        ['f', 'i', 'l', 'e', ':', .. var path] => ReadFile(path.StartsWith("//", StringComparison.Ordinal) ? path[2..] : path),
        ['/', ..] => ReadFile(uri.PinSource),
        var other => throw new UsageException($"pin-source={other}: it is file:PATH or env:NAME"),
    };

    private static byte[] ReadFile(string path)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(MaxBytes, pinned: true);
        try
        {
            using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var pin = bytes.AsSpan(0, length).TrimEnd("\r\n"u8);
            return pin.Length > 0 ? pin.ToArray() : throw new UsageException($"pin-source: {path} is empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"pin-source: {path} cannot be read: {e.Message}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
