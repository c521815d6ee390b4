using System.Globalization;
using System.Text.Json;

namespace Gates.Attestation.Statements;

/// <summary>A W3C PROV document, written as PROV-JSON (Member Submission of 24 April 2013).</summary>
/// <param name="prefixes">Short names of namespaces; every identifier begins with one.</param>
internal sealed class ProvDocument(params (string Prefix, string Uri)[] prefixes)
{
    private readonly SortedDictionary<string, SortedDictionary<string, (string Name, string? Value)[]>> records = new(StringComparer.Ordinal);

    public void Entity(string id, string type, params (string Name, string? Value)[] attributes) => Add("entity", id, [("prov:type", type), .. attributes]);

    public void Agent(string id, string type, params (string Name, string? Value)[] attributes) => Add("agent", id, [("prov:type", type), .. attributes]);

    public void Activity(string id, string type, DateTimeOffset start, DateTimeOffset end, params (string Name, string? Value)[] attributes) =>
        Add("activity", id, [("prov:type", type), ("prov:startTime", EvidenceTime.Write(start)), ("prov:endTime", EvidenceTime.Write(end)), .. attributes]);

    public void Used(string activity, string entity) => Relate("used", ("prov:activity", activity), ("prov:entity", entity));

    public void Generated(string entity, string activity) => Relate("wasGeneratedBy", ("prov:entity", entity), ("prov:activity", activity));

    public void Derived(string entity, string from, string activity) =>
        Relate("wasDerivedFrom", ("prov:generatedEntity", entity), ("prov:usedEntity", from), ("prov:activity", activity));

    public void Associated(string activity, string agent, string? plan = null) =>
        Relate("wasAssociatedWith", ("prov:activity", activity), ("prov:agent", agent), ("prov:plan", plan));

    public void Attributed(string entity, string agent) => Relate("wasAttributedTo", ("prov:entity", entity), ("prov:agent", agent));

    public void ActedFor(string agent, string responsible, string? activity) =>
        Relate("actedOnBehalfOf", ("prov:delegate", agent), ("prov:responsible", responsible), ("prov:activity", activity));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("prefix");
        foreach (var (prefix, uri) in prefixes)
        {
            json.WriteString(prefix, uri);
        }

        json.WriteEndObject();
        foreach (var (kind, entries) in records)
        {
            json.WriteStartObject(kind);
            foreach (var (id, attributes) in entries)
            {
                json.WriteStartObject(id);
                Write(json, attributes);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, (string Name, string? Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (name == "prov:type" && value is not null)
            {
                json.WriteStartObject(name);
                json.WriteString("$", value);
                json.WriteString("type", "prov:QUALIFIED_NAME");
                json.WriteEndObject();
            }
            else
            {
                json.Text(name, value);
            }
        }
    }

    /// <summary>The same thing may be named by several gates; it stands there once.</summary>
    private void Add(string kind, string id, (string Name, string? Value)[] attributes)
    {
        if (!records.TryGetValue(kind, out var entries))
        {
            entries = records[kind] = new SortedDictionary<string, (string, string?)[]>(StringComparer.Ordinal);
        }

        entries[id] = attributes;
    }

    private void Relate(string kind, params (string Name, string? Value)[] attributes)
    {
        var number = records.TryGetValue(kind, out var entries) ? entries.Count : 0;
        Add(kind, string.Create(CultureInfo.InvariantCulture, $"_:{kind}{number + 1}"), attributes);
    }
}
