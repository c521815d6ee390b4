using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>Reads one assertion: its type says which keys it has.</summary>
internal sealed class AssertionReader(Problems problems)
{
    private readonly SettingReader settings = new(problems);

    /// <returns><see langword="null"/> when something is wrong with it, which is then among the problems.</returns>
    public ControlAssertion? Read(DocumentNode node, string key)
    {
        // `signed_by: { … }` says its type as its name.
        return node.Entries is [{ Key: not AssertionTypes.Policy, Node.Kind: NodeKind.Map } only] && AssertionTypes.All.ContainsKey(only.Key)
            ? ReadTyped(DocumentNode.Map([TypeOf(only), .. only.Node.Entries], node.Line, node.Column), Say.Key(key, only.Key))
            : ReadTyped(node, key);
    }

    private static DocumentEntry TypeOf(DocumentEntry entry) =>
        new("type", entry.Line, entry.Column, DocumentNode.Scalar(entry.Key, entry.Key, entry.Line, entry.Column));

    private ControlAssertion? ReadTyped(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Map)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not an assertion; write {{ type: sarif_no_levels, levels: [CRITICAL, HIGH] }}, for example");
            return null;
        }

        // `policy: path` alone says all there is to say.
        var named = node.Get("type")
            ?? (node.Get(AssertionTypes.Policy) is { } policy
                ? DocumentNode.Scalar(AssertionTypes.Policy, AssertionTypes.Policy, policy.Line, policy.Column)
                : null);
        if (named is null)
        {
            problems.Add(node, Say.Key(key, "type"), $"is missing; valid: {Say.List(AssertionTypes.All.Keys)}");
            return null;
        }

        if (!named.IsString || !AssertionTypes.All.TryGetValue(named.Text, out var type))
        {
            problems.Add(
                named,
                Say.Key(key, "type"),
                $"{Say.Value(named)} is not an assertion{Suggestion.Words(named.Text, AssertionTypes.All.Keys)} valid: {Say.List(AssertionTypes.All.Keys)}");
            return null;
        }

        var values = DocumentNode.Map([.. node.Entries.Where(entry => entry.Key != "type")], node.Line, node.Column);
        var read = settings.ReadGroup(values, Place.From(node), key, type.Settings);
        var assertion = (Assertion)type.Create(read);
        foreach (var (name, message) in assertion.Problems())
        {
            problems.Add(node.Get(name) ?? node, Say.Key(key, name), message);
        }

        return new ControlAssertion(named.Text, assertion);
    }
}
