using System.Text;
using Gates.Formats.Documents;

namespace Gates.Formats.Dockerfiles;

/// <summary>A Dockerfile's text. The builder reads bytes: what is no UTF-8 in a comment or a command stops nothing.</summary>
/// <param name="Text">The text; a byte that is no UTF-8 became U+FFFD. A byte order mark in UTF-8 still stands.</param>
/// <param name="Refusal">Why no builder reads it as this text; else <see langword="null"/>.</param>
internal sealed record DockerfileText(string Text, string? Refusal)
{
    /// <exception cref="DocumentException">The file is too big.</exception>
    public static DockerfileText Read(Stream stream, string path, DocumentLimits limits)
    {
        ReadOnlySpan<byte> bytes = DocumentText.ReadBytes(stream, path, limits);
        Encoding? encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return encoding is null
            ? new DockerfileText(Encoding.UTF8.GetString(bytes), null)
            : new DockerfileText(encoding.GetString(bytes[2..]), "the file is UTF-16, which no builder reads; save it as UTF-8");
    }
}
