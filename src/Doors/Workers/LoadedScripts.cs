using Gates.Policies;
using Gates.Policies.Engine;

namespace Gates.Doors.Workers;

/// <summary>Scripts that were parsed before: a policy judges many cases, and engines share what is parsed.</summary>
internal sealed class LoadedScripts
{
    /// <value>Characters of all texts together; their syntax trees take some fifty times as many bytes.</value>
    private const int MaxText = 500_000;

    private readonly Dictionary<PolicySource, PolicyScript> scripts = [];
    private int text;

    /// <exception cref="PolicyException">The text is not a valid policy.</exception>
    public PolicyScript Load(PolicySource source)
    {
        if (scripts.TryGetValue(source, out var known))
        {
            return known;
        }

        var script = PolicyScript.Load(source);
        if (source.Text.Length > MaxText)
        {
            return script;
        }

        if (source.Text.Length > MaxText - text)
        {
            scripts.Clear();
            text = 0;
        }

        scripts.Add(source, script);
        text += source.Text.Length;
        return script;
    }
}
