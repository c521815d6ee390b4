using System.Text.Json.Nodes;
using Gates.Doors.Kubernetes;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Pipeline.Facts.Kubernetes;
using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Reads which objects of a cluster a policy wants.</summary>
internal sealed class ObjectQueryReader(Problems problems)
{
    private const int MaxQueries = 50;
    private const string Example = "write for example [{ apiVersion: apps/v1, kind: Deployment }]";

    public IReadOnlyList<string> Read(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count is 0 or > MaxQueries)
        {
            problems.Add(node, key, FormattableString.Invariant($"{Say.Value(node)} is not a list of 1 to {MaxQueries} kinds of objects; {Example}"));
            return [];
        }

        return [.. node.Items.Select((item, i) => ReadOne(item, Say.Item(key, i))).OfType<string>()];
    }

    public static JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("apiVersion", "kind"),
        ["properties"] = new JsonObject
        {
            ["apiVersion"] = Text("Group and version, such as apps/v1; v1 of the core."),
            ["kind"] = Text("Such as Deployment, or a custom resource's."),
            ["plural"] = Text("Its name in addresses, such as deployments. Default: what the cluster says."),
            ["namespaces"] = new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = 1,
                ["items"] = new JsonObject { ["type"] = "string" },
                ["description"] = "Where. Default: everywhere.",
            },
            ["labels"] = Text("A label selector, such as app=shop,tier!=test."),
            ["optional"] = new JsonObject
            {
                ["type"] = "boolean",
                ["description"] = "Whether a cluster that does not know the kind has none of it. Default: no.",
            },
        },
    };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private string? ReadOne(DocumentNode node, string key)
    {
        var (before, query) = (problems.Count, new ObjectQuery("", ""));
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["apiVersion"] = (value, name) => query = query with { ApiVersion = ReadText(value, name) },
            ["kind"] = (value, name) => query = query with { Kind = ReadText(value, name) },
            ["plural"] = (value, name) => query = query with { Plural = ReadText(value, name) },
            ["labels"] = (value, name) => query = query with { Labels = ReadText(value, name) },
            ["namespaces"] = (value, name) => query = query with { Namespaces = ReadTexts(value, name) },
            ["optional"] = (value, name) => query = query with { IsOptional = ReadFlag(value, name) },
        });
        if (problems.Count > before)
        {
            return null;
        }

        try
        {
            return QueryText.Write(query.Checked());
        }
        catch (UsageException e)
        {
            problems.Add(node, key, query.ApiVersion.Length == 0 || query.Kind.Length == 0 ? $"needs `apiVersion` and `kind`; {Example}" : e.Message);
            return null;
        }
    }

    private string ReadText(DocumentNode node, string key)
    {
        if (!node.IsString)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not text");
        }

        return node.Text;
    }

    private IReadOnlyList<string> ReadTexts(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count == 0)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a list of namespaces; leave it out to mean all");
        }

        return [.. node.Items.Select((item, i) => ReadText(item, Say.Item(key, i)))];
    }

    private bool ReadFlag(DocumentNode node, string key)
    {
        if (node.Value is not bool)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not true or false");
        }

        return node.Value is true;
    }
}
