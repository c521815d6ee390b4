using Jint.Native;
using Jint.Native.Object;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>What <c>next()</c> walks.</summary>
internal sealed class IteratorObject : ObjectInstance
{
    public IteratorObject(JintEngine engine, ObjectInstance prototype, IEnumerable<JsValue> values)
        : base(engine)
    {
        Prototype = prototype;
        Extensible = true;
        Values = values.GetEnumerator();
    }

    public override string Class => "Iterator";

    public IEnumerator<JsValue> Values { get; }
}
