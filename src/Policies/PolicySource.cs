using System.Security.Cryptography;
using System.Text;
using Gates.Policies.SourceMaps;

namespace Gates.Policies;

/// <summary>A policy's text and where it came from; its digest names it in evidence.</summary>
/// <remarks>
/// A translated policy ends in a comment with its source map, which holds every text that the author wrote: the digest covers them all,
/// and whoever has the text alone can name the author's lines.
/// </remarks>
public sealed record PolicySource
{
    private readonly Lazy<string> _digest;
    private readonly Lazy<SourceMap?> _map;

    /// <param name="name">How messages name it: a path, or the id of a shipped policy.</param>
    /// <param name="text">The script, with its source map when it was translated.</param>
    public PolicySource(string name, string text)
    {
        Name = name;
        Text = text;
        Script = InlineSourceMap.Without(text);
        _digest = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));
        _map = new Lazy<SourceMap?>(() => InlineSourceMap.Read(Text));
    }

    public string Name { get; }

    public string Text { get; }

    /// <value>What the engine runs.</value>
    public string Script { get; }

    /// <value>SHA-256 of the text in UTF-8, lower-case hexadecimal.</value>
    public string Digest => _digest.Value;

    /// <summary>Where the author wrote what stands at a place of the script.</summary>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1.</param>
    /// <returns>The place itself when the policy was not translated; <see langword="null"/> for what the translation added.</returns>
    public Location? Original(int line, int column)
    {
        if (_map.Value is not { } map)
        {
            return new Location(Name, line, Column: column);
        }

        return map.Original(line, column);
    }

    /// <summary>A line as its author wrote it, or <see langword="null"/>.</summary>
    public string? LineAt(Location place)
    {
        if (place.Line is not { } line || (_map.Value is { } map ? map.Text(place.Path) : Script) is not { } text)
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
