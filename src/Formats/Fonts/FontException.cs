namespace Gates.Formats.Fonts;

/// <summary>A file is no font that can be embedded; the message names the file and says why.</summary>
internal sealed class FontException(string message) : Exception(message);
