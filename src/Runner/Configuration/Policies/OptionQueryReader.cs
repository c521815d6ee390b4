using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Reads entries of facts that are maps of options: whose statements are verified, what a Prometheus is asked.</summary>
internal sealed class OptionQueryReader(Problems problems)
{
    private const int MaxQueries = 50;

    /// <param name="node">The list.</param>
    /// <param name="key">Its key.</param>
    /// <param name="options">The keys of an entry.</param>
    /// <param name="refuse">What is wrong with an entry beyond its types.</param>
    /// <returns>Each as JSON.</returns>
    public IReadOnlyList<string> Read<T>(DocumentNode node, string key, OptionClass options, Func<T, string?> refuse)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count is 0 or > MaxQueries)
        {
            problems.Add(node, key, FormattableString.Invariant($"{Say.Value(node)} is not a list of 1 to {MaxQueries} maps"));
            return [];
        }

        return [.. node.Items.Select((item, i) => ReadOne(item, Say.Item(key, i), options, refuse)).OfType<string>()];
    }

    private string? ReadOne<T>(DocumentNode node, string key, OptionClass options, Func<T, string?> refuse)
    {
        var before = problems.Count;
        var read = new SettingReader(problems).ReadGroup(node, Place.From(node), key, options.Settings);
        if (problems.Count > before)
        {
            return null;
        }

        if (refuse((T)options.Create(read)) is { } problem)
        {
            problems.Add(node, key, problem);
            return null;
        }

        return SettingJson.ToElement(read).GetRawText();
    }
}
