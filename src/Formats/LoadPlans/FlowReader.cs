using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Formats.LoadPlans;

/// <summary>Reads a list of requests, in whose order values become known.</summary>
/// <param name="values">Reads single values.</param>
/// <param name="names">What the file's templates may name.</param>
internal sealed class FlowReader(PlanValues values, PlanNames names)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <value>The origins of all addresses that were read.</value>
    public HashSet<string> Origins { get; } = new(StringComparer.Ordinal);

    public LoadFlow Read(string flow, DocumentNode node, string key)
    {
        names.Extracted.Clear();
        if (node.Kind != NodeKind.Sequence || node.Items.Count == 0)
        {
            values.Problems.Add(
                node,
                key,
                $"{(node.Kind == NodeKind.Sequence ? "an empty list" : Say.Value(node))} is not a list of requests; write [{{url: \"https://…\"}}]");
        }

        var steps = node.Items.Select((item, index) => ReadStep(item, Say.Item(key, index))).OfType<LoadStep>().ToList();
        return new LoadFlow(flow, steps, names.Extracted.Count);
    }

    private LoadStep? ReadStep(DocumentNode node, string key)
    {
        if (node.Get("url") is not { } address)
        {
            values.Problems.Add(node, Say.Key(key, "url"), "is missing; a request has at least an address");
            return null;
        }

        var url = Address(address, Say.Key(key, "url"));
        var method = node.Get("method") is { } word ? Method(word, Say.Key(key, "method"))
            : node.Get("body") is null && node.Get("json") is null ? "GET"
            : "POST";
        var name = node.Get("name") is { } given ? values.Text(given, Say.Key(key, "name")) ?? "" : $"{method} {Path(url.Shown)}";
        var step = new LoadStep(name, method, url);
        var answers = new AnswerReader(values, names, name);
        MapReader.Read(node, key, values.Problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["url"] = (_, _) => { },
            ["method"] = (_, _) => { },
            ["name"] = (_, _) => { },
            ["group"] = (value, full) => step = step with { Group = Group(value, full) },
            ["headers"] = (value, full) => step = step with
            {
                Headers = [.. values.Pairs(value, full)
                    .Select(pair => (pair.Key, names.Template(value, Say.Key(full, pair.Key), pair.Value, values.Problems)))],
            },
            ["body"] = (value, full) => step = step with { Body = names.Template(value, full, values.Text(value, full) ?? "", values.Problems) },
            ["json"] = (value, full) => step = step with
            {
                Body = names.Template(value, full, BodyJson.Write(value), values.Problems, TemplateUse.Json),
                ContentType = "application/json",
            },
            ["timeout"] = (value, full) => step = step with { Timeout = values.Duration(value, full, isZeroRight: false) ?? step.Timeout },
            ["tags"] = (value, full) => step = step with { Tags = values.Pairs(value, full) },
            ["expect"] = (value, full) => step = answers.Expect(step, value, full),
            ["extract"] = (value, full) => step = step with { Extractions = answers.Extract(value, full) },
            ["think"] = (value, full) => step = Think(step, value, full),
        });
        return step;
    }

    private string Group(DocumentNode node, string key)
    {
        var name = values.Text(node, key) ?? "";
        if (name.Contains("::", StringComparison.Ordinal))
        {
            values.Problems.Add(node, key, $"{Say.Value(node)} holds ::, which k6 puts between groups; a group here is one name");
        }

        return name;
    }

    private string Method(DocumentNode node, string key)
    {
        var method = node.Text.ToUpperInvariant();
        if (!Methods.Contains(method, StringComparer.Ordinal))
        {
            values.Problems.Add(node, key, $"{Say.Value(node)} is no method{Suggestion.Words(method, Methods)} valid: {Say.List(Methods)}");
        }

        return method;
    }

    /// <summary>Where a request goes is fixed in the file: a value of an answer must not send it elsewhere.</summary>
    private TextTemplate Address(DocumentNode node, string key)
    {
        var text = values.Text(node, key) ?? "";
        if (text.StartsWith('/'))
        {
            text = names.BaseUrl is { } root ? root.TrimEnd('/') + text : text;
            if (names.BaseUrl is null)
            {
                values.Problems.Add(node, key, $"{Say.Value(node)} has no host; write a whole address, or `baseUrl` at the top of the file");
            }
        }

        var url = names.Template(node, key, text, values.Problems, TemplateUse.Address);
        var known = url.Fixed;
        var authority = known.IndexOf("://", StringComparison.Ordinal) is var colon and > 0 ? known.AsSpan(colon + 3).IndexOfAny('/', '?') : -1;
        var start = authority < 0 ? known : known[..(known.IndexOf("://", StringComparison.Ordinal) + 3 + authority)];
        if (url.Constant is null && authority < 0 && known.Length > 0 && !text.StartsWith('/'))
        {
            values.Problems.Add(node, key, $"{Say.Quote(url.Shown)} takes its host from data or from an answer; only the part after the host may change");
        }
        else if (!Uri.TryCreate(start, UriKind.Absolute, out var origin) || origin.Scheme is not ("http" or "https") || origin.Host.Length == 0)
        {
            if (!text.StartsWith('/'))
            {
                values.Problems.Add(node, key, $"{Say.Quote(url.Shown)} is not an http or https address; write for example https://shop.example/items");
            }
        }
        else if (origin.UserInfo.Length > 0)
        {
            values.Problems.Add(node, key, "holds a user's name or password; put it into `headers`, from a variable that `secrets` names");
        }
        else
        {
            Origins.Add(origin.GetLeftPart(UriPartial.Authority));
        }

        return url;
    }

    private LoadStep Think(LoadStep step, DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Map)
        {
            var time = values.Duration(node, key) ?? TimeSpan.Zero;
            return step with { ThinkFrom = time, ThinkTo = time };
        }

        var (from, to) = (TimeSpan.Zero, TimeSpan.Zero);
        MapReader.Read(node, key, values.Problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["min"] = (value, full) => from = values.Duration(value, full) ?? from,
            ["max"] = (value, full) => to = values.Duration(value, full) ?? to,
        });
        if (to < from)
        {
            values.Problems.Add(node, key, "has a `max` below its `min`");
        }

        return step with { ThinkFrom = from, ThinkTo = to };
    }

    private static string Path(string shown)
    {
        var start = shown.IndexOf("://", StringComparison.Ordinal) is var colon and > 0 ? shown.IndexOf('/', colon + 3) : 0;
        return start < 0 || shown.Length == 0 ? "/" : shown[start..].Split('?')[0];
    }
}
