namespace Gates.Policies;

/// <summary>A policy as its author wrote it.</summary>
/// <param name="Entry">The path of the file with <c>judge</c>.</param>
/// <param name="Texts">The entry and every file that it may import, by path.</param>
internal sealed record PolicyFiles(string Entry, IReadOnlyDictionary<string, string> Texts)
{
    public string Text => Texts[Entry];

    /// <value>All of them as one policy, also those that it does not import.</value>
    public PolicySource Source => PolicySource.From(Entry, Entry, Texts);

    /// <value>Every file that has a part in it: the texts, and its manifest, there or not.</value>
    public IEnumerable<string> Paths => Texts.Keys.Append(Entry[..(Entry.LastIndexOf('/') + 1)] + "policy.json");
}
