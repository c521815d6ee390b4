using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>The global <c>RegExp</c>.</summary>
internal sealed class RegExpFace : FunctionInstance, IConstructor
{
    public RegExpFace(JintEngine engine)
        : base(engine, null, null, strict: false)
    {
        Prototype = engine.Function.PrototypeObject;
        Extensible = true;
        FastAddProperty("length", 2, writable: false, enumerable: false, configurable: false);
        FastAddProperty("prototype", engine.RegExp.PrototypeObject, writable: false, enumerable: false, configurable: false);
        engine.RegExp.PrototypeObject.FastAddProperty("constructor", this, writable: true, enumerable: false, configurable: true);
    }

    public override JsValue Call(JsValue thisObject, JsValue[] arguments) =>
        arguments.At(0).IsRegExp() && arguments.At(1).IsUndefined() ? arguments[0] : new JsValue(Construct(arguments));

    public ObjectInstance Construct(JsValue[] arguments)
    {
        var known = arguments.At(0).TryCast<ScriptRegExp>();
        var pattern = known?.Source ?? (arguments.At(0).IsUndefined() ? "" : TypeConverter.ToString(arguments[0]));
        var flags = arguments.At(1).IsUndefined() ? known?.Flags ?? "" : TypeConverter.ToString(arguments[1]);
        return ScriptRegExp.Create(Engine, pattern, flags);
    }
}
