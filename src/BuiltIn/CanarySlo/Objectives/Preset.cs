using System.Text.Json;
using Gates.Doors.Files;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>Objectives that are shipped as data, with the names of a service's own series put in.</summary>
/// <param name="Objectives">What it asks for.</param>
/// <param name="LeftOut">What it would ask for, and which name is missing.</param>
internal sealed record Preset(IReadOnlyList<ObjectiveOptions> Objectives, IReadOnlyList<string> LeftOut)
{
    public static Preset None { get; } = new([], []);

    public string Requests { get; init; } = "";

    public string Up { get; init; } = "";

    public BudgetOptions Budget { get; init; } = new();

    /// <exception cref="UsageException">A name is not one of the preset's, or the selector is missing.</exception>
    public static Preset Read(CanarySloOptions options)
    {
        if (options.Preset == "none")
        {
            return None;
        }

        using var document = JsonDocument.Parse(new EmbeddedFiles(typeof(Preset).Assembly).Text($"BuiltIn/CanarySlo/presets/{options.Preset}.json"));
        var root = document.RootElement;
        var names = root.GetProperty("names").EnumerateObject().ToDictionary(name => name.Name, name => name.Value.GetString()!, StringComparer.Ordinal);
        if (options.Names.Keys.FirstOrDefault(name => !names.ContainsKey(name)) is { } unknown)
        {
            throw new UsageException($"canary-slo: `names`: \"{unknown}\" is no name of the preset {options.Preset}; valid: {string.Join(", ", names.Keys)}");
        }

        if (options.Selector.Length == 0)
        {
            throw new UsageException("canary-slo: a preset needs `selector`, which tells the canary's series from the others, for example track=\"canary\"");
        }

        foreach (var (name, value) in options.Names)
        {
            names[name] = value;
        }

        names["selector"] = Bare(options.Selector);
        names["stable-selector"] = Bare(options.StableSelector);
        names["service-selector"] = Bare(options.ServiceSelector);
        return Fill(root, new PresetText(names));
    }

    private static string Bare(string selector) => selector.Trim().TrimStart('{').TrimEnd('}');

    private static Preset Fill(JsonElement root, PresetText text)
    {
        var left = new List<string>();
        var objectives = new List<ObjectiveOptions>();
        foreach (var element in root.GetProperty("objectives").EnumerateArray())
        {
            if (text.Missing(element) is { Count: > 0 } missing)
            {
                left.Add($"{element.GetProperty("name").GetString()} (set {string.Join(" and ", missing.Select(name => $"`names.{name}`"))})");
            }
            else
            {
                objectives.Add(Objective(element, text));
            }
        }

        return new Preset(objectives, left)
        {
            Requests = text.Of(root, "requests"),
            Up = text.Of(root, "up"),
            Budget = new BudgetOptions
            {
                Bad = text.Of(root, "budget-bad"),
                Total = text.Of(root, "budget-total"),
                Target = root.GetProperty("target").GetDouble()
            },
        };
    }

    private static ObjectiveOptions Objective(JsonElement element, PresetText text) => new()
    {
        Name = text.Of(element, "name"),
        Bad = text.Of(element, "bad"),
        Good = text.Of(element, "good"),
        Total = text.Of(element, "total"),
        Histogram = text.Of(element, "histogram"),
        Selector = text.Of(element, "selector"),
        Quantile = Number(element, "quantile"),
        Counter = text.Of(element, "counter"),
        PerMinute = Number(element, "per-minute"),
        Query = text.Of(element, "query"),
        Max = Number(element, "max"),
        Min = Number(element, "min"),
        StableBad = text.OfStable(element, "stable-bad"),
        StableTotal = text.OfStable(element, "stable-total"),
        StableSelector = text.OfStable(element, "stable-selector"),
    };

    private static double? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
