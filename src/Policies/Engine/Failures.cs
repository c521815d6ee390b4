using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Policies.Engine.Modules;
using Jint;
using Jint.Native;
using Jint.Native.Error;
using Jint.Runtime;

namespace Gates.Policies.Engine;

/// <summary>Whatever a judgement ended with, in words for its author.</summary>
internal sealed partial class Failures(ModuleGraph graph, PolicyLimits limits, Evidence evidence, JsonElement settings)
{
    private const int MaxShown = 1_000;

    private const int MaxSnippet = 80;

    private const string NoError = "write throw new Error(\"what is wrong\")";

    /// <param name="exception">What ended it.</param>
    /// <param name="trace">The engine's stack, if it is known.</param>
    public PolicyException Describe(Exception exception, string? trace)
    {
        var cause = Cause(exception);
        var place = PlaceOf(cause, trace);
        var (message, limit) = Explain(cause);
        var snippet = limit is null && cause is not MisuseException && place is not null ? Snippet(graph.Source.LineAt(place)) : "";
        return new PolicyException(place?.Path ?? graph.Entry.Path, Texts.WellFormed(message + snippet), place?.Line, place?.Column, limit);
    }

    public static string TimedOut(PolicyLimits limits) =>
        FormattableString.Invariant($"it did not finish within {limits.Timeout.TotalSeconds:0.###} s (timeout limit)");

    /// <summary>Library code between us and the script, such as a sort, wraps what the script threw.</summary>
    private static Exception Cause(Exception exception)
    {
        var cause = exception;
        while (cause is InvalidOperationException or AggregateException or TypeInitializationException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        return cause;
    }

    private (string Message, string? Limit) Explain(Exception exception) => exception switch
    {
        LimitException e => (e.Message, e.Limit),
        MisuseException e => (e.Message, null),
        RecursionDepthOverflowException =>
            (FormattableString.Invariant($"calls are nested more than {limits.RecursionDepth} deep (recursion limit)"), "recursion"),
        RegexMatchTimeoutException => ("a regular expression took too long on this text (timeout limit)", "timeout"),
        TimeoutException => (TimedOut(limits), "timeout"),
        OutOfMemoryException => (FormattableString.Invariant($"it used more than {limits.MemoryBytes >> 20} MiB of memory (memory limit)"), "memory"),
        MemoryLimitExceededException => (FormattableString.Invariant($"an array would have more than {World.MaxArraySize} items (memory limit)"), "memory"),
        _ when Stop.IsFullStack(exception) => ("calls or values are nested too deep for the engine's stack (recursion limit)", "recursion"),
        JavaScriptException e => (Thrown(e), null),
        _ => ($"the script engine cannot run this statement ({exception.GetType().Name}: {Texts.Shorten(exception.Message, 200)})", null),
    };

    private string Thrown(JavaScriptException exception)
    {
        if (exception.Error is ErrorInstance error)
        {
            // Only stored texts are read: a getter would be script code, running after the judgement.
            var name = Stored(error, "name") ?? Stored(error.Prototype, "name") ?? "Error";
            var detail = Stored(error, "message") ?? "";
            detail = name switch
            {
                "ReferenceError" when Undefined().Match(detail) is { Success: true } match
                    && Hints.For(match.Groups["name"].Value) is { } hint => $"{detail}; {hint}",
                "TypeError" => new Accesses(graph, evidence, settings).Explain(detail, exception.Location) ?? detail,
                _ => detail,
            };
            return Texts.Shorten($"it threw {name}{(detail.Length > 0 ? ": " : "")}{detail}", MaxShown);
        }

        return exception.Error.IsString()
            ? $"it threw \"{Texts.Shorten(exception.Error.AsString(), MaxShown)}\"; {NoError}"
            : $"it threw {FindingPlace.Kind(exception.Error)}; {NoError}";
    }

    private static string? Stored(Jint.Native.Object.ObjectInstance? target, string name) =>
        target is JsObject or ErrorInstance or Prototype && target.GetOwnProperty(name) is { Value: JsString text } ? text.ToString() : null;

    private Location? PlaceOf(Exception exception, string? trace) =>
        (exception is JavaScriptException thrown ? StackPlace.At(graph, thrown.Location) : null)
            ?? StackPlace.In(graph, (exception as StoppedException)?.Trace)
            ?? StackPlace.In(graph, trace)
            ?? (JintException.TryGetJavaScriptLocation(exception, out var at) ? StackPlace.At(graph, at) : null);

    private static string Snippet(string? line)
    {
        var content = line?.Trim() ?? "";
        return content.Length is > 0 and <= MaxSnippet ? $", in: {content}" : "";
    }

    [GeneratedRegex(@"\A(?<name>[\p{L}_$][\w$]*) is not defined\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Undefined();
}
