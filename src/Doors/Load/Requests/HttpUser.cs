using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gates.Doors.Load.Clock;
using Gates.Doors.Load.Executors;
using Gates.Doors.Load.Recording;
using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Requests;

/// <summary>A virtual user that goes through a flow's requests.</summary>
internal sealed class HttpUser(UserSurroundings around, LoadScenario scenario, int number) : IVirtualUser, IDisposable
{
    private readonly LoadFlow flow = around.Plan.Flows[scenario.Flow];
    private readonly HttpCaller caller = new(around.Connections, around.Plan.Http, around.Clock.Time);
    private readonly IterationValues values = new()
    {
        Scenario = scenario.Name,
        User = number,
        Extracted = new string[around.Plan.Flows[scenario.Flow].Slots],
        Rows = new string[around.Plan.Data.Count][],
    };

    /// <value>Of this iteration, as k6 forgets them after it.</value>
    private CookieContainer? cookies;

    private static double Milliseconds(TimeSpan time) => time.TotalMilliseconds;

    public async Task IterateAsync(TimeSpan? intended, CancellationToken cancellationToken)
    {
        around.Enter();
        try
        {
            await RunAsync(intended, cancellationToken);
        }
        finally
        {
            around.Leave();
        }
    }

    public void Dispose() => caller.Dispose();

    private async Task RunAsync(TimeSpan? intended, CancellationToken cancellationToken)
    {
        var begun = around.Clock.Now;
        var lag = intended is { } due ? Milliseconds(begun - due) : 0;
        values.Iteration++;
        cookies = null;
        around.NextRows(values.Rows);
        var (group, groupBegun) = ("", begun);
        foreach (var step in flow.Steps)
        {
            if (step.Group != group)
            {
                LeaveGroup(group, groupBegun);
                (group, groupBegun) = (step.Group, around.Clock.Now);
            }

            if (!await StepAsync(step, lag, cancellationToken))
            {
                break;
            }

            if (step.ThinkTo > TimeSpan.Zero && !await ThinkAsync(step, cancellationToken))
            {
                break;
            }
        }

        if (!cancellationToken.IsCancellationRequested)
        {
            LeaveGroup(group, groupBegun);
            around.Recorder.Iteration(scenario, Milliseconds(around.Clock.Now - begun), intended is null ? null : Math.Max(0, lag));
        }
    }

    private void LeaveGroup(string group, TimeSpan begun)
    {
        if (group.Length > 0)
        {
            around.Recorder.Group(scenario, group, Milliseconds(around.Clock.Now - begun));
        }
    }

    private async Task<bool> ThinkAsync(LoadStep step, CancellationToken cancellationToken)
    {
        await Task.Delay(around.Between(step.ThinkFrom, step.ThinkTo), around.Clock.Time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellationToken.IsCancellationRequested;
    }

    /// <returns>Whether the iteration goes on: not when the run ends, or when a value that later requests need was not in the answer.</returns>
    private async Task<bool> StepAsync(LoadStep step, double lag, CancellationToken cancellationToken)
    {
        var address = around.Address(step, values);
        var (method, body) = (step.Method, step.Body?.Expand(values));
        for (var hop = 0; ; hop++)
        {
            using var request = Request(step, new HttpMethod(method), address, body);
            var answer = await caller.SendAsync(request, step, cancellationToken);
            using var message = answer.Message;
            if (answer.IsBrokenOff)
            {
                return false;
            }

            var target = Redirect(answer, address);
            var isElsewhere = target is not null && !around.Plan.Origins.Contains(target.GetLeftPart(UriPartial.Authority));
            var isFollowed = target is not null && !isElsewhere && hop < around.Plan.Http.MaxRedirects;
            Record(step, answer, lag, (isElsewhere, isFollowed));
            if (answer.Header("Set-Cookie") is not null)
            {
                Keep(answer, address);
            }

            if (!isFollowed)
            {
                return Judge(step, answer);
            }

            if (method != "HEAD" && (answer.Status == 303 || (answer.Status is 301 or 302 && method == "POST")))
            {
                (method, body) = ("GET", null);
            }

            address = target!;
        }
    }

    private void Record(LoadStep step, LoadAnswer answer, double lag, (bool Elsewhere, bool Followed) redirect) => around.Recorder.Request(
        new RequestSample(scenario, step, around.Clock.Now, answer.Status)
        {
            ErrorCode = redirect.Elsewhere ? RequestErrors.Elsewhere : answer.ErrorCode,
            Error = redirect.Elsewhere ? "redirected to a server that the file does not name" : answer.Error,
            IsFollowed = redirect.Followed,
            Protocol = answer.Protocol,
            Connecting = answer.Connecting,
            Handshaking = answer.Handshaking,
            Waiting = answer.Waiting,
            Receiving = answer.Receiving,
            Intended = answer.Connecting + answer.Handshaking + answer.Waiting + answer.Receiving + Math.Max(0, lag),
        });

    private bool Judge(LoadStep step, LoadAnswer answer)
    {
        foreach (var expectation in step.Expectations)
        {
            around.Recorder.Check(scenario, step, expectation.Check, AnswerJudge.Holds(step, expectation, answer));
        }

        var isWhole = true;
        foreach (var extraction in step.Extractions)
        {
            var found = AnswerJudge.Extract(extraction, answer);
            around.Recorder.Check(scenario, step, extraction.Check, found is not null);
            isWhole &= found is not null;
            values.Extracted[extraction.Slot] = found ?? "";
        }

        return isWhole;
    }

    private HttpRequestMessage Request(LoadStep step, HttpMethod method, Uri address, string? body)
    {
        var request = caller.Create(method, address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = step.ContentType is { } type ? new MediaTypeHeaderValue(type) : null;
        }

        foreach (var (name, value) in step.Headers)
        {
            var text = value.Expand(values);
            if (text.AsSpan().IndexOfAny('\r', '\n', '\0') < 0 && !request.Headers.TryAddWithoutValidation(name, text))
            {
                request.Content?.Headers.Remove(name);
                request.Content?.Headers.TryAddWithoutValidation(name, text);
            }
        }

        if (cookies?.GetCookieHeader(address) is { Length: > 0 } sent)
        {
            request.Headers.TryAddWithoutValidation("Cookie", sent);
        }

        return request;
    }

    private void Keep(LoadAnswer answer, Uri address)
    {
        cookies ??= new CookieContainer();
        foreach (var one in answer.Message!.Headers.GetValues("Set-Cookie"))
        {
            try
            {
                cookies.SetCookies(address, one);
            }
            catch (CookieException)
            {
                // A cookie that is none is not sent back.
            }
        }
    }

    private static Uri? Redirect(LoadAnswer answer, Uri from) =>
        answer.Status is 301 or 302 or 303 or 307 or 308 && answer.Message?.Headers.Location is { } location
            ? location.IsAbsoluteUri ? location : new Uri(from, location)
            : null;
}
