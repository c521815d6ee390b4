using System.Security.Cryptography;
using System.Text;

namespace Gates.Policies;

/// <summary>A policy's files as their authors wrote them, in one text whose digest names the policy in evidence.</summary>
/// <remarks>Evidence of earlier versions holds one script without any frame: that is a policy of one file.</remarks>
public sealed record PolicySource
{
    private readonly Lazy<string> digest;
    private readonly Lazy<(string Entry, IReadOnlyDictionary<string, string> Modules)> files;

    /// <param name="name">How reports name it: a path, or the id of a shipped policy.</param>
    /// <param name="text">As <see cref="Text"/> gives it.</param>
    public PolicySource(string name, string text)
        : this(
            name,
            text,
            new(() => IsContainer(text) ? PolicyContainer.Read(name, text) : (name, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text })))
    {
    }

    private PolicySource(string name, string text, Lazy<(string Entry, IReadOnlyDictionary<string, string> Modules)> files)
    {
        (Name, Text, this.files) = (name, text, files);
        digest = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));
    }

    /// <param name="name">How reports name it.</param>
    /// <param name="entry">The path of the file with <c>judge</c>, as its messages name it.</param>
    /// <param name="modules">Every file, by path.</param>
    public static PolicySource From(string name, string entry, IReadOnlyDictionary<string, string> modules) =>
        new(
            name,
            PolicyContainer.Write(entry, modules),
            new((entry, modules.OrderBy(module => module.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal))));

    /// <summary>Whether a recorded text holds a policy's files, and not the one script that earlier versions kept.</summary>
    public static bool IsContainer(string text) => PolicyContainer.Is(text);

    public string Name { get; }

    /// <value>All files in one deterministic text.</value>
    public string Text { get; }

    /// <value>SHA-256 of the text in UTF-8, lower-case hexadecimal.</value>
    public string Digest => digest.Value;

    /// <value>The path of the file with <c>judge</c>.</value>
    /// <exception cref="PolicyException">The text cannot be read.</exception>
    public string Entry => files.Value.Entry;

    /// <value>The text of each file, by path.</value>
    /// <inheritdoc cref="Entry" path="/exception"/>
    public IReadOnlyDictionary<string, string> Modules => files.Value.Modules;

    /// <summary>A line as its author wrote it, or <see langword="null"/>.</summary>
    public string? LineAt(Location place)
    {
        if (place.Line is not { } line || !Modules.TryGetValue(place.Path, out var text))
        {
            return null;
        }

        var reader = new StringReader(text);
        for (var i = 1; i < line; i++)
        {
            reader.ReadLine();
        }

        return reader.ReadLine();
    }

    public bool Equals(PolicySource? other) => other is not null && Name == other.Name && Text == other.Text;

    public override int GetHashCode() => HashCode.Combine(Name, Text);
}
