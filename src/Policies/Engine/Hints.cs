namespace Gates.Policies.Engine;

/// <summary>What a policy looks for and does not have, with what to use in its place.</summary>
internal static class Hints
{
    private const string Waits = "a policy has nothing to wait for: write plain calls";
    private const string NoClock = "a policy has no clock: time comes in as a fact, in the evidence or in the settings";
    private const string NoImport = "share code with `import … from \"./name.js\"` from a file beside it";
    private const string NoMachine = "a policy knows nothing of the machine: what it judges comes in as facts and settings";

    private static readonly Dictionary<string, string> Absent = new(StringComparer.Ordinal)
    {
        ["console"] = "use report.log(text)",
        ["print"] = "use report.log(text)",
        ["alert"] = "use report.log(text)",
        ["require"] = NoImport,
        ["module"] = "write `export` before what others may use",
        ["exports"] = "write `export` before what others may use",
        ["process"] = NoMachine,
        ["Deno"] = NoMachine,
        ["Bun"] = NoMachine,
        ["window"] = NoMachine,
        ["document"] = "the documents are in the evidence, such as evidence.yaml",
        ["fetch"] = "a policy has no network; what it judges comes in as facts",
        ["XMLHttpRequest"] = "a policy has no network; what it judges comes in as facts",
        ["setTimeout"] = Waits,
        ["setInterval"] = Waits,
        ["setImmediate"] = Waits,
        ["queueMicrotask"] = Waits,
        ["Promise"] = Waits,
        ["performance"] = NoClock,
        ["Temporal"] = $"{NoClock}; new Date(text) reads moments such as \"2026-11-22T12:00:00Z\"",
        ["Intl"] = "what it gives depends on the machine: write out numbers and texts yourself, and compare texts with < and >",
        ["crypto"] = "a policy has no randomness and no keys",
        ["structuredClone"] = "copy what you need with { ...value } or JSON.parse(JSON.stringify(value))",
        ["URL"] = "take the text apart with split or a regular expression",
        ["URLSearchParams"] = "take the text apart with split or a regular expression",
        ["Buffer"] = "texts and Uint8Array are there",
        ["TextEncoder"] = "texts and Uint8Array are there",
        ["TextDecoder"] = "texts and Uint8Array are there",
        ["atob"] = "decoded values come in as facts",
        ["btoa"] = "there is nothing to encode for: report the text",
        ["SharedArrayBuffer"] = "a policy runs alone: use ArrayBuffer",
        ["Atomics"] = "a policy runs alone: there is nothing to lock",
        ["WeakRef"] = "when it lets go depends on the machine: use a Map",
        ["FinalizationRegistry"] = "when it is called depends on the machine",
        ["ShadowRealm"] = "a policy makes no code from text",
    };

    /// <param name="name">A name that is not defined.</param>
    public static string? For(string name) => Absent.GetValueOrDefault(name);
}
