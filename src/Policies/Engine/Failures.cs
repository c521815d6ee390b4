using System.Text.RegularExpressions;
using Jint.Native.Error;
using Jint.Parser;
using Jint.Runtime;

namespace Gates.Policies.Engine;

/// <summary>Whatever a judgement ended with, in words for its author.</summary>
internal static class Failures
{
    private const int MaxShown = 1_000;

    private const int MaxSnippet = 80;

    public static PolicyException Describe(Exception exception, PolicySource source, PolicyLimits limits, Watch watch)
    {
        var cause = Cause(exception);
        var place = Place(cause, source, watch);
        var (message, limit) = Explain(cause, limits);
        var snippet = limit is null && cause is not MisuseException && place is not null ? Snippet(source.LineAt(place)) : "";
        return new PolicyException(place?.Path ?? source.Name, Texts.WellFormed(message + snippet), place?.Line, place?.Column, limit);
    }

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

    private static (string Message, string? Limit) Explain(Exception exception, PolicyLimits limits) => exception switch
    {
        LimitException e => (e.Message, e.Limit),
        MisuseException e => (e.Message, null),
        StatementsCountOverflowException =>
            (FormattableString.Invariant($"it ran more than {limits.Statements} statements (statements limit); does a loop never end?"), "statements"),
        RegexMatchTimeoutException e =>
            (FormattableString.Invariant($"the regular expression /{Texts.Shorten(e.Pattern, 60)}/ took too long on this text (timeout limit)"), "timeout"),
        TimeoutException => (TimedOut(limits), "timeout"),
        OutOfMemoryException => (FormattableString.Invariant($"it used more than {limits.MemoryBytes >> 20} MiB of memory (memory limit)"), "memory"),
        InsufficientExecutionStackException => ("calls are nested too deep for the engine's stack (recursion limit)", "recursion"),
        JavaScriptException e => (Thrown(e), null),
        ArgumentException { Message: "The value is not a string" } => ("it threw something that is not an Error; write throw new Error(\"what is wrong\")", null),
        _ => ($"the script engine cannot run this statement ({exception.GetType().Name}: {Texts.Shorten(exception.Message, 200)})", null),
    };

    public static string TimedOut(PolicyLimits limits) =>
        FormattableString.Invariant($"it did not finish within {limits.Timeout.TotalSeconds:0.###} s (timeout limit)");

    private static string Thrown(JavaScriptException exception)
    {
        var error = exception.Error;
        if (error.IsObject() && error.AsObject() is ErrorInstance instance)
        {
            // Only stored texts are read: a getter would be script code, running after the judgement.
            var name = instance.GetProperty("name").Value is { } value && value.IsString() ? value.AsString() : "Error";
            var detail = string.IsNullOrEmpty(exception.Message) && name == "TypeError"
                ? "a property of undefined or null was read, or something that is no function was called"
                : exception.Message;
            return Texts.Shorten($"it threw {name}: {detail}", MaxShown);
        }

        return error.IsString()
            ? Texts.Shorten($"it threw \"{error.AsString()}\"", MaxShown)
            : $"it threw {Engine.Place.Kind(error)}; write throw new Error(\"what is wrong\")";
    }

    private static Location? Place(Exception exception, PolicySource source, Watch watch) =>
        exception is JavaScriptException { Location: { } place } && place.Source == source.Name && source.Original(place.Start.Line, place.Start.Column + 1) is { } thrown
            ? thrown
            : watch.PlaceIn(source);

    private static string Snippet(string? line)
    {
        var content = line?.Trim() ?? "";
        return content.Length is > 0 and <= MaxSnippet ? $", in: {content}" : "";
    }
}
