var Ya,ut,Mf,Mu,ps,xf,Sf,wf,vu,Ga,wo,Tf,Su,yu,bu,b0,Xa={},qa=[],M0=/acit|ex(?:s|g|n|p|$)|rph|grid|ows|mnc|ntw|ine[ch]|zoo|^ord|itera/i,Ka=Array.isArray;function Vi(i,e){for(var t in e)i[t]=e[t];return i}function wu(i){i&&i.parentNode&&i.parentNode.removeChild(i)}function Tu(i,e,t){var n,s,r,o={};for(r in e)r=="key"?n=e[r]:r=="ref"?s=e[r]:o[r]=e[r];if(arguments.length>2&&(o.children=arguments.length>3?Ya.call(arguments,2):t),typeof i=="function"&&i.defaultProps!=null)for(r in i.defaultProps)o[r]===void 0&&(o[r]=i.defaultProps[r]);return Wa(i,o,n,s,null)}function Wa(i,e,t,n,s){var r={type:i,props:e,key:t,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:s??++Mf,__i:-1,__u:0};return s==null&&ut.vnode!=null&&ut.vnode(r),r}function et(i){return i.children}function yr(i,e){this.props=i,this.context=e}function Vs(i,e){if(e==null)return i.__?Vs(i.__,i.__i+1):null;for(var t;e<i.__k.length;e++)if((t=i.__k[e])!=null&&t.__e!=null)return t.__e;return typeof i.type=="function"?Vs(i):null}function S0(i){if(i.__P&&i.__d){var e=i.__v,t=e.__e,n=[],s=[],r=Vi({},e);r.__v=e.__v+1,ut.vnode&&ut.vnode(r),Au(i.__P,r,e,i.__n,i.__P.namespaceURI,32&e.__u?[t]:null,n,t??Vs(e),!!(32&e.__u),s),r.__v=e.__v,r.__.__k[r.__i]=r,Pf(n,r,s),e.__e=e.__=null,r.__e!=t&&Af(r)}}function Af(i){if((i=i.__)!=null&&i.__c!=null)return i.__e=i.__c.base=null,i.__k.some(function(e){if(e!=null&&e.__e!=null)return i.__e=i.__c.base=e.__e}),Af(i)}function vf(i){(!i.__d&&(i.__d=!0)&&ps.push(i)&&!$a.__r++||xf!=ut.debounceRendering)&&((xf=ut.debounceRendering)||Sf)($a)}function $a(){try{for(var i,e=1;ps.length;)ps.length>e&&ps.sort(wf),i=ps.shift(),e=ps.length,S0(i)}finally{ps.length=$a.__r=0}}function Ef(i,e,t,n,s,r,o,a,c,l,h){var u,d,f,_,y,g,m=n&&n.__k||qa,b=e.length;for(c=w0(t,e,m,c,b),u=0;u<b;u++)(f=t.__k[u])!=null&&(d=f.__i!=-1&&m[f.__i]||Xa,f.__i=u,g=Au(i,f,d,s,r,o,a,c,l,h),_=f.__e,f.ref&&d.ref!=f.ref&&(d.ref&&Eu(d.ref,null,f),h.push(f.ref,f.__c||_,f)),y==null&&_!=null&&(y=_),4&f.__u?(c=Rf(f,c,i),d.__e&&(d.__e=null)):typeof f.type=="function"&&g!==void 0?c=g:_&&(c=_.nextSibling),f.__u&=-7);return t.__e=y,c}function w0(i,e,t,n,s){var r,o,a,c,l,h=t.length,u=h,d=0;for(i.__k=new Array(s),r=0;r<s;r++)(o=e[r])!=null&&typeof o!="boolean"&&typeof o!="function"?(typeof o=="string"||typeof o=="number"||typeof o=="bigint"||o.constructor==String?o=i.__k[r]=Wa(null,o,null,null,null):Ka(o)?o=i.__k[r]=Wa(et,{children:o},null,null,null):o.constructor===void 0&&o.__b>0?o=i.__k[r]=Wa(o.type,o.props,o.key,o.ref?o.ref:null,o.__v):i.__k[r]=o,c=r+d,o.__=i,o.__b=i.__b+1,a=null,(l=o.__i=T0(o,t,c,u))!=-1&&(u--,(a=t[l])&&(a.__u|=2)),a==null||a.__v==null?(l==-1&&(s>h?d--:s<h&&d++),typeof o.type!="function"&&(o.__u|=4)):l!=c&&(l==c-1?d--:l==c+1?d++:(l>c?d--:d++,o.__u|=4))):i.__k[r]=null;if(u)for(r=0;r<h;r++)(a=t[r])!=null&&(2&a.__u)==0&&(a.__e==n&&(n=Vs(a)),Lf(a,a));return n}function Rf(i,e,t){var n,s;if(typeof i.type=="function"){for(n=i.__k,s=0;n&&s<n.length;s++)n[s]&&(n[s].__=i,e=Rf(n[s],e,t));return e}i.__e!=e&&(e&&i.type&&!e.parentNode&&(e=Vs(i)),e=t.insertBefore(i.__e,e||null));do e=e&&e.nextSibling;while(e!=null&&e.nodeType==8);return e}function T0(i,e,t,n){var s,r,o,a=i.key,c=i.type,l=e[t],h=l!=null&&(2&l.__u)==0;if(l===null&&a==null||h&&a==l.key&&c==l.type)return t;if(n>(h?1:0)){for(s=t-1,r=t+1;s>=0||r<e.length;)if((l=e[o=s>=0?s--:r++])!=null&&(2&l.__u)==0&&a==l.key&&c==l.type)return o}return-1}function yf(i,e,t){e[0]=="-"?i.setProperty(e,t??""):i[e]=t==null?"":typeof t!="number"||M0.test(e)?t:t+"px"}function Ha(i,e,t,n,s){var r,o;e:if(e=="style")if(typeof t=="string")i.style.cssText=t;else{if(typeof n=="string"&&(i.style.cssText=n=""),n)for(e in n)t&&e in t||yf(i.style,e,"");if(t)for(e in t)n&&t[e]==n[e]||yf(i.style,e,t[e])}else if(e[0]=="o"&&e[1]=="n")r=e!=(e=e.replace(Tf,"$1")),o=e.toLowerCase(),e=o in i||e=="onFocusOut"||e=="onFocusIn"?o.slice(2):e.slice(2),i.l||(i.l={}),i.l[e+r]=t,t?n?t[wo]=n[wo]:(t[wo]=Su,i.addEventListener(e,r?bu:yu,r)):i.removeEventListener(e,r?bu:yu,r);else{if(s=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in i)try{i[e]=t??"";break e}catch{}typeof t=="function"||(t==null||t===!1&&e[4]!="-"?i.removeAttribute(e):i.setAttribute(e,e=="popover"&&t==1?"":t))}}function bf(i){return function(e){if(this.l){var t=this.l[e.type+i];if(e[Ga]==null)e[Ga]=Su++;else if(e[Ga]<t[wo])return;return t(ut.event?ut.event(e):e)}}}function Au(i,e,t,n,s,r,o,a,c,l){var h,u,d,f,_,y,g,m,b,M,v,E,A,x,S,L,C=e.type;if(e.constructor!==void 0)return null;128&t.__u&&(c=!!(32&t.__u),r=[a=e.__e=t.__e]),(h=ut.__b)&&h(e);e:if(typeof C=="function"){u=o.length;try{if(b=e.props,M=C.prototype&&C.prototype.render,v=(h=C.contextType)&&n[h.__c],E=h?v?v.props.value:h.__:n,t.__c?m=(d=e.__c=t.__c).__=d.__E:(M?e.__c=d=new C(b,E):(e.__c=d=new yr(b,E),d.constructor=C,d.render=E0),v&&v.sub(d),d.state||(d.state={}),d.__n=n,f=d.__d=!0,d.__h=[],d._sb=[]),M&&d.__s==null&&(d.__s=d.state),M&&C.getDerivedStateFromProps!=null&&(d.__s==d.state&&(d.__s=Vi({},d.__s)),Vi(d.__s,C.getDerivedStateFromProps(b,d.__s))),_=d.props,y=d.state,d.__v=e,f)M&&C.getDerivedStateFromProps==null&&d.componentWillMount!=null&&d.componentWillMount(),M&&d.componentDidMount!=null&&d.__h.push(d.componentDidMount);else{if(M&&C.getDerivedStateFromProps==null&&b!==_&&d.componentWillReceiveProps!=null&&d.componentWillReceiveProps(b,E),e.__v==t.__v||!d.__e&&d.shouldComponentUpdate!=null&&d.shouldComponentUpdate(b,d.__s,E)===!1){e.__v!=t.__v&&(d.props=b,d.state=d.__s,d.__d=!1),e.__e=t.__e,e.__k=t.__k,e.__k.some(function(I){I&&(I.__=e)}),qa.push.apply(d.__h,d._sb),d._sb=[],d.__h.length&&o.push(d),a=Vs(t);break e}d.componentWillUpdate!=null&&d.componentWillUpdate(b,d.__s,E),M&&d.componentDidUpdate!=null&&d.__h.push(function(){d.componentDidUpdate(_,y,g)})}if(d.context=E,d.props=b,d.__P=i,d.__e=!1,A=ut.__r,x=0,M)d.state=d.__s,d.__d=!1,A&&A(e),h=d.render(d.props,d.state,d.context),qa.push.apply(d.__h,d._sb),d._sb=[];else do d.__d=!1,A&&A(e),h=d.render(d.props,d.state,d.context),d.state=d.__s;while(d.__d&&++x<25);d.state=d.__s,d.getChildContext!=null&&(n=Vi(Vi({},n),d.getChildContext())),M&&!f&&d.getSnapshotBeforeUpdate!=null&&(g=d.getSnapshotBeforeUpdate(_,y)),S=h!=null&&h.type===et&&h.key==null?If(h.props.children):h,a=Ef(i,Ka(S)?S:[S],e,t,n,s,r,o,a,c,l),d.base=e.__e,e.__u&=-161,d.__h.length&&o.push(d),m&&(d.__E=d.__=null)}catch(I){if(o.length=u,e.__v=null,c||r!=null){if(I.then){for(e.__u|=c?160:128;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;r!=null&&(r[r.indexOf(a)]=null),e.__e=a}else if(r!=null)for(L=r.length;L--;)wu(r[L])}else e.__e=t.__e;e.__k==null&&(e.__k=t.__k||[]),I.then||Cf(e),ut.__e(I,e,t)}}else r==null&&e.__v==t.__v?(e.__k=t.__k,e.__e=t.__e):a=e.__e=A0(t.__e,e,t,n,s,r,o,c,l);return(h=ut.diffed)&&h(e),128&e.__u?void 0:a}function Cf(i){i&&(i.__c&&(i.__c.__e=!0),i.__k&&i.__k.some(Cf))}function Pf(i,e,t){for(var n=0;n<t.length;n++)Eu(t[n],t[++n],t[++n]);ut.__c&&ut.__c(e,i),i.some(function(s){try{i=s.__h,s.__h=[],i.some(function(r){r.call(s)})}catch(r){ut.__e(r,s.__v)}})}function If(i){return typeof i!="object"||i==null||i.__b>0?i:Ka(i)?i.map(If):i.constructor!==void 0?null:Vi({},i)}function A0(i,e,t,n,s,r,o,a,c){var l,h,u,d,f,_,y,g=t.props||Xa,m=e.props,b=e.type;if(b=="svg"?s="http://www.w3.org/2000/svg":b=="math"?s="http://www.w3.org/1998/Math/MathML":s||(s="http://www.w3.org/1999/xhtml"),r!=null){for(l=0;l<r.length;l++)if((f=r[l])&&"setAttribute"in f==!!b&&(b?f.localName==b:f.nodeType==3)){i=f,r[l]=null;break}}if(i==null){if(b==null)return document.createTextNode(m);i=document.createElementNS(s,b,m.is&&m),a&&(ut.__m&&ut.__m(e,r),a=!1),r=null}if(b==null)g===m||a&&i.data==m||(i.data=m);else{if(r=b=="textarea"&&m.defaultValue!=null?null:r&&Ya.call(i.childNodes),!a&&r!=null)for(g={},l=0;l<i.attributes.length;l++)g[(f=i.attributes[l]).name]=f.value;for(l in g)f=g[l],l=="dangerouslySetInnerHTML"?u=f:l=="children"||l in m||l=="value"&&"defaultValue"in m||l=="checked"&&"defaultChecked"in m||Ha(i,l,null,f,s);for(l in m)f=m[l],l=="children"?d=f:l=="dangerouslySetInnerHTML"?h=f:l=="value"?_=f:l=="checked"?y=f:a&&typeof f!="function"||g[l]===f||Ha(i,l,f,g[l],s);if(h)a||u&&(h.__html==u.__html||h.__html==i.innerHTML)||(i.innerHTML=h.__html),e.__k=[];else if(u&&(i.innerHTML=""),Ef(e.type=="template"?i.content:i,Ka(d)?d:[d],e,t,n,b=="foreignObject"?"http://www.w3.org/1999/xhtml":s,r,o,r?r[0]:t.__k&&Vs(t,0),a,c),r!=null)for(l=r.length;l--;)wu(r[l]);a&&b!="textarea"||(l="value",b=="progress"&&_==null?i.removeAttribute("value"):_!=null&&(_!==i[l]||b=="progress"&&!_||b=="option"&&_!=g[l])&&Ha(i,l,_,g[l],s),l="checked",y!=null&&y!=i[l]&&Ha(i,l,y,g[l],s))}return i}function Eu(i,e,t){try{if(typeof i=="function"){var n=typeof i.__u=="function";n&&i.__u(),n&&e==null||(i.__u=i(e))}else i.current=e}catch(s){ut.__e(s,t)}}function Lf(i,e,t){var n,s;if(ut.unmount&&ut.unmount(i),(n=i.ref)&&(n.current&&n.current!=i.__e||Eu(n,null,e)),(n=i.__c)!=null){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(r){ut.__e(r,e)}n.base=n.__P=n.__n=null}if(n=i.__k)for(s=0;s<n.length;s++)n[s]&&Lf(n[s],e,t||typeof i.type!="function");t||wu(i.__e),i.__c=i.__=i.__e=void 0}function E0(i,e,t){return this.constructor(i,t)}function Ru(i,e,t){var n,s,r,o;e==document&&(e=document.documentElement),ut.__&&ut.__(i,e),s=(n=typeof t=="function")?null:t&&t.__k||e.__k,r=[],o=[],Au(e,i=(!n&&t||e).__k=Tu(et,null,[i]),s||Xa,Xa,e.namespaceURI,!n&&t?[t]:s?null:e.firstChild?Ya.call(e.childNodes):null,r,!n&&t?t:s?s.__e:e.firstChild,n,o),Pf(r,i,o),i.props.children=null}Ya=qa.slice,ut={__e:function(i,e,t,n){for(var s,r,o;e=e.__;)if((s=e.__c)&&!s.__)try{if((r=s.constructor)&&r.getDerivedStateFromError!=null&&(s.setState(r.getDerivedStateFromError(i)),o=s.__d),s.componentDidCatch!=null&&(s.componentDidCatch(i,n||{}),o=s.__d),o)return s.__E=s}catch(a){i=a}throw i}},Mf=0,Mu=function(i){return i!=null&&i.constructor===void 0},yr.prototype.setState=function(i,e){var t;t=this.__s!=null&&this.__s!=this.state?this.__s:this.__s=Vi({},this.state),typeof i=="function"&&(i=i(Vi({},t),this.props)),i&&Vi(t,i),i!=null&&this.__v&&(e&&this._sb.push(e),vf(this))},yr.prototype.forceUpdate=function(i){this.__v&&(this.__e=!0,i&&this.__h.push(i),vf(this))},yr.prototype.render=et,ps=[],Sf=typeof Promise=="function"?Promise.prototype.then.bind(Promise.resolve()):setTimeout,wf=function(i,e){return i.__v.__b-e.__v.__b},$a.__r=0,vu=Math.random().toString(8),Ga="__d"+vu,wo="__a"+vu,Tf=/(PointerCapture)$|Capture$/i,Su=0,yu=bf(!1),bu=bf(!0),b0=0;var br,Vt,Cu,Nf,ja=0,Vf=[],Ht=ut,Df=Ht.__b,Uf=Ht.__r,Of=Ht.diffed,Ff=Ht.__c,kf=Ht.unmount,Bf=Ht.__;function Ja(i,e){Ht.__h&&Ht.__h(Vt,i,ja||e),ja=0;var t=Vt.__H||(Vt.__H={__:[],__h:[]});return i>=t.__.length&&t.__.push({}),t.__[i]}function ke(i){return ja=1,R0(Hf,i)}function R0(i,e,t){var n=Ja(br++,2);if(n.t=i,!n.__c&&(n.__=[t?t(e):Hf(void 0,e),function(a){var c=n.__N?n.__N[0]:n.__[0],l=n.t(c,a);c!==l&&(n.__N=[l,n.__[1]],n.__c.setState({}))}],n.__c=Vt,!Vt.__f)){var s=function(a,c,l){if(!n.__c.__H)return!0;var h=!1,u=n.__c.props!==a;if(n.__c.__H.__.some(function(f){if(f.__N){h=!0;var _=f.__[0];f.__=f.__N,f.__N=void 0,_!==f.__[0]&&(u=!0)}}),r){var d=r.call(this,a,c,l);return h?d||u:d}return!h||u};Vt.__f=!0;var r=Vt.shouldComponentUpdate,o=Vt.componentWillUpdate;Vt.componentWillUpdate=function(a,c,l){if(this.__e){var h=r;r=void 0,s(a,c,l),r=h}o&&o.call(this,a,c,l)},Vt.shouldComponentUpdate=s}return n.__N||n.__}function be(i,e){var t=Ja(br++,3);!Ht.__s&&Iu(t.__H,e)&&(t.__=i,t.u=e,Vt.__H.__h.push(t))}function Mr(i,e){var t=Ja(br++,4);!Ht.__s&&Iu(t.__H,e)&&(t.__=i,t.u=e,Vt.__h.push(t))}function bt(i){return ja=5,Qa(function(){return{current:i}},[])}function Qa(i,e){var t=Ja(br++,7);return Iu(t.__H,e)&&(t.__=i(),t.__H=e,t.__h=i),t.__}function C0(){for(var i;i=Vf.shift();){var e=i.__H;if(i.__P&&e)try{e.__h.some(Za),e.__h.some(Pu),e.__h=[]}catch(t){e.__h=[],Ht.__e(t,i.__v)}}}Ht.__b=function(i){Vt=null,Df&&Df(i)},Ht.__=function(i,e){i&&e.__k&&e.__k.__m&&(i.__m=e.__k.__m),Bf&&Bf(i,e)},Ht.__r=function(i){Uf&&Uf(i),br=0;var e=(Vt=i.__c).__H;e&&(Cu===Vt?(e.__h=[],Vt.__h=[],e.__.some(function(t){t.__N&&(t.__=t.__N),t.u=t.__N=void 0})):(e.__h.some(Za),e.__h.some(Pu),e.__h=[],br=0)),Cu=Vt},Ht.diffed=function(i){Of&&Of(i);var e=i.__c;e&&e.__H&&(e.__H.__h.length&&(Vf.push(e)!==1&&Nf===Ht.requestAnimationFrame||((Nf=Ht.requestAnimationFrame)||P0)(C0)),e.__H.__.some(function(t){t.u&&(t.__H=t.u,t.u=void 0)})),Cu=Vt=null},Ht.__c=function(i,e){e.some(function(t){try{t.__h.some(Za),t.__h=t.__h.filter(function(n){return!n.__||Pu(n)})}catch(n){e.some(function(s){s.__h&&(s.__h=[])}),e=[],Ht.__e(n,t.__v)}}),Ff&&Ff(i,e)},Ht.unmount=function(i){kf&&kf(i);var e,t=i.__c;t&&t.__H&&(t.__H.__.some(function(n){try{Za(n)}catch(s){e=s}}),t.__H=void 0,e&&Ht.__e(e,t.__v))};var zf=typeof requestAnimationFrame=="function";function P0(i){var e,t=function(){clearTimeout(n),zf&&cancelAnimationFrame(e),setTimeout(i)},n=setTimeout(t,35);zf&&(e=requestAnimationFrame(t))}function Za(i){var e=Vt,t=i.__c;typeof t=="function"&&(i.__c=void 0,t()),Vt=e}function Pu(i){var e=Vt;i.__c=i.__(),Vt=e}function Iu(i,e){return!i||i.length!==e.length||e.some(function(t,n){return t!==i[n]})}function Hf(i,e){return typeof e=="function"?e(i):e}var I0=Symbol.for("preact-signals");function il(){if(Hi>1)Hi--;else{var i,e=!1;for((function(){var s=tl;for(tl=void 0;s!==void 0;){var r=s.S;if(r.v===s.v)for(var o=r.t;o!==void 0;o=o.x)o.i===s.i&&(o.i=r.i);s=s.o}})();Ao!==void 0;){var t=Ao;for(Ao=void 0,el++;t!==void 0;){var n=t.u;if(t.u=void 0,t.f&=-3,!(8&t.f)&&Wf(t))try{t.c()}catch(s){e||(i=s,e=!0)}t=n}}if(el=0,Hi--,e)throw i}}function Hs(i){if(Hi>0)return i();Lu=++L0,Hi++;try{return i()}finally{il()}}var To,Ot=void 0;function Eo(i){var e=Ot,t=To;Ot=void 0,To=void 0;try{return i()}finally{Ot=e,To=t}}var Ao=void 0,Hi=0,el=0,L0=0,Lu=0,tl=void 0,nl=0;function Gf(i){if(Ot!==void 0){var e=i.n;if(e===void 0||e.t!==Ot)return e={i:0,S:i,p:Ot.s,n:void 0,t:Ot,e:void 0,x:void 0,r:e},Ot.s!==void 0&&(Ot.s.n=e),Ot.s=e,i.n=e,32&Ot.f&&i.S(e),e;if(e.i===-1)return e.i=0,e.n!==void 0&&(e.n.p=e.p,e.p!==void 0&&(e.p.n=e.n),e.p=Ot.s,e.n=void 0,Ot.s.n=e,Ot.s=e),e}}function Qt(i,e){this.v=i,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=e?.watched,this.Z=e?.unwatched,this.name=e?.name}Qt.prototype.brand=I0;Qt.prototype.h=function(){return!0};Qt.prototype.S=function(i){var e=this,t=this.t;t!==i&&i.e===void 0&&(i.x=t,this.t=i,t!==void 0?t.e=i:Eo(function(){var n;(n=e.W)==null||n.call(e)}))};Qt.prototype.U=function(i){var e=this;if(this.t!==void 0){var t=i.e,n=i.x;t!==void 0&&(t.x=n,i.e=void 0),n!==void 0&&(n.e=t,i.x=void 0),i===this.t&&(this.t=n,n===void 0&&Eo(function(){var s;(s=e.Z)==null||s.call(e)}))}};Qt.prototype.subscribe=function(i){var e=this;return Xs(function(){var t=e.value;Eo(function(){return i(t)})},{name:"sub"})};Qt.prototype.valueOf=function(){return this.value};Qt.prototype.toString=function(){return this.value+""};Qt.prototype.toJSON=function(){return this.value};Qt.prototype.peek=function(){var i=this;return Eo(function(){return i.value})};Object.defineProperty(Qt.prototype,"value",{get:function(){var i=Gf(this);return i!==void 0&&(i.i=this.i),this.v},set:function(i){if(i!==this.v){if(el>100)throw new Error("Cycle detected");(function(t){Hi!==0&&el===0&&t.l!==Lu&&(t.l=Lu,tl={S:t,v:t.v,i:t.i,o:tl})})(this),this.v=i,this.i++,nl++,Hi++;try{for(var e=this.t;e!==void 0;e=e.x)e.t.N()}finally{il()}}}});function Mt(i,e){return new Qt(i,e)}function Wf(i){for(var e=i.s;e!==void 0;e=e.n)if(e.S.i!==e.i||!e.S.h()||e.S.i!==e.i)return!0;return!1}function Xf(i){for(var e=i.s;e!==void 0;e=e.n){var t=e.S.n;if(t!==void 0&&(e.r=t),e.S.n=e,e.i=-1,e.n===void 0){i.s=e;break}}}function qf(i){for(var e=i.s,t=void 0;e!==void 0;){var n=e.p;e.i===-1?(e.S.U(e),n!==void 0&&(n.n=e.n),e.n!==void 0&&(e.n.p=n)):t=e,e.S.n=e.r,e.r!==void 0&&(e.r=void 0),e=n}i.s=t}function Gs(i,e){Qt.call(this,void 0,e),this.x=i,this.s=void 0,this.g=nl-1,this.f=4}Gs.prototype=new Qt;Gs.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===nl))return!0;if(this.g=nl,this.f|=1,this.i>0&&!Wf(this))return this.f&=-2,!0;var i=Ot;try{Xf(this),Ot=this;var e=this.x();(16&this.f||this.v!==e||this.i===0)&&(this.v=e,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return Ot=i,qf(this),this.f&=-2,!0};Gs.prototype.S=function(i){if(this.t===void 0){this.f|=36;for(var e=this.s;e!==void 0;e=e.n)e.S.S(e)}Qt.prototype.S.call(this,i)};Gs.prototype.U=function(i){if(this.t!==void 0&&(Qt.prototype.U.call(this,i),this.t===void 0)){this.f&=-33;for(var e=this.s;e!==void 0;e=e.n)e.S.U(e)}};Gs.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var i=this.t;i!==void 0;i=i.x)i.t.N()}};Object.defineProperty(Gs.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var i=Gf(this);if(this.h(),i!==void 0&&(i.i=this.i),16&this.f)throw this.v;return this.v}});function Ws(i,e){return new Gs(i,e)}function $f(i){var e=i.j;if(i.j=void 0,typeof e=="function"){Hi++;var t=Ot;Ot=void 0;try{e()}catch(n){throw i.f&=-2,i.f|=8,Nu(i),n}finally{Ot=t,il()}}}function Nu(i){for(var e=i.s;e!==void 0;e=e.n)e.S.U(e);i.x=void 0,i.s=void 0,$f(i)}function N0(i){if(Ot!==this)throw new Error("Out-of-order effect");qf(this),Ot=i,this.f&=-2;try{8&this.f&&Nu(this)}finally{il()}}function Sr(i,e){this.x=i,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=e?.name,To&&To.push(this)}Sr.prototype.c=function(){var i=this.S();try{if(8&this.f||this.x===void 0)return;var e=this.x();typeof e=="function"&&(this.j=e)}finally{i()}};Sr.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,$f(this),Xf(this),Hi++;var i=Ot;return Ot=this,N0.bind(this,i)};Sr.prototype.N=function(){2&this.f||(this.f|=2,this.u=Ao,Ao=this)};Sr.prototype.d=function(){this.f|=8,1&this.f||Nu(this)};Sr.prototype.dispose=function(){this.d()};function Xs(i,e){var t=new Sr(i,e);try{t.c()}catch(s){throw t.d(),s}var n=t.d.bind(t);return n[Symbol.dispose]=n,n}var Yf,rl,sl,D0=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Kf=[];Xs(function(){Yf=this.N})();function wr(i,e){ut[i]=e.bind(null,ut[i]||function(){})}function Ro(i){if(sl){var e=sl;sl=void 0,e()}sl=i&&i.S()}function Zf(i){var e=this,t=i.data,n=O0(t);n.name="ReactiveDom",n.value=t;var s=Qa(function(){for(var a=e,c=e.__v;c=c.__;)if(c.__c){c.__c.__$f|=4;break}var l=Ws(function(){var f=n.value.value;return f===0?0:f===!0?"":f||""}),h=Ws(function(){return!Array.isArray(l.value)&&!Mu(l.value)}),u=Xs(function(){if(this.N=jf,h.value){var f=l.value;a.__v&&a.__v.__e&&a.__v.__e.nodeType===3&&(a.__v.__e.data=f)}}),d=e.__$u.d;return e.__$u.d=function(){u(),d.call(this)},[h,l]},[]),r=s[0],o=s[1];return r.value?o.peek():o.value}Zf.displayName="ReactiveTextNode";Object.defineProperties(Qt.prototype,{constructor:{configurable:!0,value:Tu(et,null).constructor},type:{configurable:!0,value:Zf},props:{configurable:!0,get:function(){var i=this;return{data:{get value(){return i.value}}}}},__b:{configurable:!0,value:1}});wr("__b",function(i,e){if(Ro(),rl=void 0,typeof e.type=="string"){var t,n=e.props;for(var s in n)if(s!=="children"){var r=n[s];r instanceof Qt&&(t||(e.__np=t={}),t[s]=r,n[s]=r.peek())}}i(e)});wr("__r",function(i,e){if(i(e),e.type!==et){Ro();var t,n=e.__c;n&&(n.__$f&=-2,(t=n.__$u)===void 0&&(n.__$u=t=(function(s,r){var o;return Xs(function(){o=this},{name:r}),o.c=s,o})((function(s){return function(){var r;D0&&((r=this.y)==null||r.call(this)),s.__$f|=1,s.setState({})}})(n),typeof e.type=="function"?e.type.displayName||e.type.name:""))),rl=n,Ro(t)}});wr("__e",function(i,e,t,n){Ro(),rl=void 0,i(e,t,n)});wr("diffed",function(i,e){Ro(),rl=void 0;var t;if(typeof e.type=="string"&&(t=e.__e)){var n=e.__np,s=e.props,r=t.U;if(r)for(var o in r){var a=r[o];a===void 0||n&&o in n||(a.d(),r[o]=void 0)}if(n){r||(r={},t.U=r);for(var c in n){var l=r[c],h=n[c];l===void 0?(l=U0(t,c,h,s),r[c]=l):l.o(h,s)}}}i(e)});function U0(i,e,t,n){var s=e in i&&i.ownerSVGElement===void 0,r=Mt(t);return{o:function(o,a){r.value=o,n=a},d:Xs(function(){this.N=jf;var o=r.value.value;n[e]!==o&&(n[e]=o,s?i[e]=o:o!=null&&(o!==!1||e[4]==="-")?i.setAttribute(e,o):i.removeAttribute(e))})}}wr("unmount",function(i,e){if(typeof e.type=="string"){var t=e.__e;if(t){var n=t.U;if(n){t.U=void 0;for(var s in n){var r=n[s];r&&r.d()}}}var o=e.__np;if(o){var a=e.props;for(var c in o)a[c]=o[c]}e.__np=void 0}else{var l=e.__c;if(l){l.__$f|=8;var h=l.__$u;h&&(l.__$u=void 0,h.d())}}i(e)});wr("__h",function(i,e,t,n){n<3&&(e.__$f|=2),i(e,t,n)});yr.prototype.shouldComponentUpdate=function(i,e){if(this.__R)return!0;var t=this.__$u,n=t&&t.s!==void 0;for(var s in e)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var r=2&this.__$f;if(!(n||r||4&this.__$f)||1&this.__$f)return!0}else if(!(n||4&this.__$f)||3&this.__$f)return!0;for(var o in i)if(o!=="__source"&&i[o]!==this.props[o])return!0;for(var a in this.props)if(!(a in i))return!0;return!1};function O0(i,e){return Qa(function(){return Mt(i,e)},[])}var F0=function(i){queueMicrotask(function(){queueMicrotask(i)})};function k0(){Hs(function(){for(var i;i=Kf.shift();)Yf.call(i)})}function jf(){Kf.push(this)===1&&(ut.requestAnimationFrame||F0)(k0)}var qs={view:"make",run:"",job:"",batch:"",compare:"",example:"",panel:"",prompt:"",preset:"draft",seed:"0",variations:"1",steps:"0",negative:"",model:"embedded",search:"",tags:"",stars:"0",state:"all",sort:"newest",word:"",colour:"",cam:"",shading:"lit",level:"full",split:""};function Du(i){let e=new URLSearchParams(i),t={...qs};for(let n of Object.keys(qs))e.has(n)&&(t[n]=e.get(n));return t}function Uu(i){let e=new URLSearchParams;for(let[n,s]of Object.entries(i))n in qs&&String(s)!==qs[n]&&e.set(n,s);let t=e.toString();return t?`?${t}`:""}var B0=["view","run","job","batch","compare","example"],z0=["cam","level","split"],Re=Mt(Du(typeof location>"u"?"":location.search));function $e(i,{replace:e=!1}={}){let t=Re.value,n={...t};for(let[a,c]of Object.entries(i))n[a]=String(c??qs[a]);let s=B0.some(a=>n[a]!==t[a]);if(s)for(let a of z0)a in i||(n[a]=qs[a]);let r=Uu(n);if(r===Uu(t))return;Re.value=n;let o=`${location.pathname}${r}`;s&&!e?history.pushState(null,"",o):history.replaceState(null,"",o)}function mt(i,e){$e({view:"make",run:"",job:"",batch:"",compare:"",example:"",panel:"",...i},e)}function Jf(){let i=()=>{Re.value=Du(location.search)};return window.addEventListener("popstate",i),()=>window.removeEventListener("popstate",i)}var V0="/_bozzetto/api",ht=(i,e={})=>{let t=new URLSearchParams(Object.entries(e).filter(([,n])=>n!==""&&n!==void 0&&n!==null)).toString();return`${V0}${i}${t?`?${t}`:""}`},Lt=i=>`/runs/${encodeURIComponent(i)}`,Ou=class extends Error{constructor(e,t){super(e),this.status=t}};async function Qf(i){let e=await i.json().catch(()=>({}));if(!i.ok)throw new Ou(e.error||`${i.status} ${i.statusText}`,i.status);return e}async function Ft(i,e,t){return Qf(await fetch(ht(i,e),{signal:t,headers:{Accept:"application/json"}}))}async function en(i,e={}){return Qf(await fetch(ht(i),{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(e)}))}function ep(i,e){let t=null,n=0,s=()=>{t=new EventSource(ht("/events")),t.onopen=()=>e(!0),t.onerror=()=>e(t.readyState===EventSource.OPEN);for(let[a,c]of Object.entries(i))t.addEventListener(a,l=>c(JSON.parse(l.data)))},r=()=>{t?.close(),t=null},o=()=>{clearTimeout(n),document.hidden?n=setTimeout(()=>{i.busy?.()||r()},6e4):t||s()};return s(),document.addEventListener("visibilitychange",o),()=>{r(),clearTimeout(n),document.removeEventListener("visibilitychange",o)}}var tp={"ui.nav.make":"Make","ui.nav.queue":"Queue","ui.nav.library":"Library","ui.nav.words":"Words","ui.nav.settings":"Settings","ui.nav.details":"Details","ui.nav.skip":"Skip to the prompt","ui.prompt.label":"Prompt","ui.prompt.placeholder":"Describe an object","ui.prompt.start":"Type a prompt to start.","ui.prompt.make":"Make","ui.prompt.makeMany":"Make {n}","ui.prompt.settings":"Settings","ui.prompt.preset":"Preset","ui.prompt.variations":"Variations","ui.prompt.negative":"Avoid","ui.prompt.seed":"Seed","ui.prompt.steps":"Steps","ui.prompt.model":"Model","ui.prompt.stepsHelp":"0 uses the preset's {n}.","ui.prompt.negativeHelp":"What to stay away from, for example: black","ui.prompt.random":"Random seed","ui.prompt.unavailable":"Models that can't run here","ui.prompt.clear":"Clear prompt","ui.prompt.ignored":"\u2018{word}\u2019 isn't known and will be ignored.","ui.prompt.ignoredShort":"Ignored: {word}","ui.prompt.readAs":"\u2018{word}\u2019 is read as {as}","ui.prompt.replace":"{as}","ui.prompt.noObject":"No known object yet.","ui.prompt.browse":"Browse the {n} objects","ui.prompt.suggestions":"Suggestions","ui.prompt.examples":"Examples","ui.prompt.cost":"About {time}","ui.prompt.measure":"Estimate time","ui.prompt.measuring":"Measuring a few steps\u2026","ui.prompt.memory":"{memory} of memory, {disk} of disk","ui.prompt.ahead":"{n} ahead in the queue","ui.prompt.reading":"Reading\u2026","ui.prompt.drawing":"Drawing what the model sees\u2026","ui.prompt.views":"What the model sees, from four sides","ui.prompt.draft":"Draft","ui.prompt.standard":"Standard","ui.prompt.fine":"Fine","ui.prompt.presets.draft":"A first look in the shortest time.","ui.prompt.presets.standard":"Right for most prompts.","ui.prompt.presets.fine":"More steps, a finer mesh and texture.","ui.stage.empty":"Make something","ui.stage.emptyText":"Type a prompt, or look at an example.","ui.stage.examples":"Examples","ui.stage.example":"Example","ui.stage.noObjectText":"The model knows {n} objects by name. These are a start.","ui.stage.sides.0":"Front","ui.stage.sides.1":"Right","ui.stage.sides.2":"Back","ui.stage.sides.3":"Left","ui.stage.compiling":"Compiling kernels. Once per machine, about a minute.","ui.stage.loading":"Loading the model","ui.stage.training":"Forming","ui.stage.export":"Making the mesh","ui.stage.queued":"Queued: {place}","ui.stage.queuedWait":"Queued: {place}, about {time}","ui.stage.queuedShort":"{place}, about {time}","ui.stage.startingWorker":"Starting a worker","ui.stage.paused":"Paused","ui.stage.pausing":"Pausing\u2026","ui.stage.stopping":"Stopping\u2026","ui.stage.left":"{time} left","ui.stage.step":"Step {step} of {total}","ui.stage.failed":"This run failed.","ui.stage.cancelled":"Stopped.","ui.stage.interrupted":"This run was interrupted.","ui.stage.damaged":"This run is damaged.","ui.stage.noMesh":"The mesh of this run is gone.","ui.stage.orbit":"Drag to orbit","ui.stage.loadingMesh":"Loading the mesh\u2026","ui.stage.tooLarge":"This mesh is too large to show. Download it instead.","ui.stage.meshProblem":"This mesh can't be shown: {why}","ui.stage.webgl":"The 3D viewer needs WebGL, which is off in this browser. Switch graphics acceleration on in its settings.","ui.stage.viewer":"3D viewer. Arrow keys orbit, plus and minus zoom.","ui.stage.drop":"Drop a GLB, OBJ, PLY or STL to open it","ui.stage.dropped":"Opened from a file","ui.stage.field":"Field, same camera","ui.stage.mesh":"Mesh","ui.stage.nerf":"NeRF","ui.stage.pick":"Pick one","ui.stage.pickText":"{done} of {n} are ready.","ui.stage.compareAll":"Compare under one camera","ui.stage.fieldOf":"The field at step {step}. Drag to orbit.","ui.stage.closeFile":"Close file","ui.stage.gone":"There is no such run any more.","ui.stage.compare":"Compare","ui.stage.differences":"What differs","ui.stage.same":"The settings are the same.","ui.tools.label":"Viewer tools","ui.tools.shading":"Shading","ui.tools.lit":"Lit","ui.tools.base":"Base colour","ui.tools.normals":"Normals","ui.tools.roughness":"Roughness","ui.tools.metallic":"Metallic","ui.tools.occlusion":"Occlusion","ui.tools.uv":"UV checker","ui.tools.matcap":"Clay","ui.tools.wire":"Wireframe","ui.tools.wireStrength":"Strength","ui.tools.lod":"Level of detail","ui.tools.light":"Light","ui.tools.environment":"Environment","ui.tools.studio":"Studio","ui.tools.daylight":"Daylight","ui.tools.dusk":"Dusk","ui.tools.angle":"Angle","ui.tools.strength":"Strength","ui.tools.background":"Background","ui.tools.plaster":"Plaster","ui.tools.white":"White","ui.tools.dark":"Dark","ui.tools.checker":"Transparent","ui.tools.grid":"Grid","ui.tools.dimensions":"Dimensions","ui.tools.auto":"Auto","ui.tools.ortho":"Orthographic","ui.tools.views":"Views","ui.tools.front":"Front","ui.tools.left":"Left","ui.tools.top":"Top","ui.tools.reset":"Reset view","ui.tools.section":"Section","ui.tools.axis":"Axis","ui.tools.position":"Position","ui.tools.screenshot":"Save picture","ui.tools.full":"Full screen","ui.tools.split":"Compare with NeRF","ui.tools.turn":"Turn","ui.tools.noCheckpoint":"This run has no checkpoint, so its NeRF can't be shown.","ui.tools.fullLevel":"Full","ui.tools.textured":"Textured","ui.strip.recent":"Recent","ui.strip.queue":"Queue","ui.strip.total":"about {time} in all","ui.strip.nothing":"Nothing here yet.","ui.strip.all":"All in the library","ui.strip.open":"Open a file","ui.inspector.again":"Again","ui.inspector.againHelp":"Same settings, next seed","ui.inspector.variations":"4 variations","ui.inspector.variationsHelp":"Four seeds, side by side","ui.inspector.refine":"Refine","ui.inspector.refineHelp":"Same prompt and seed, {preset} preset","ui.inspector.finest":"Finest preset already","ui.inspector.recolour":"Recolour","ui.inspector.recolourHelp":"Same seed, another colour or material","ui.inspector.longer":"Train longer","ui.inspector.longerHelp":"More steps for this run","ui.inspector.continue":"Continue","ui.inspector.retry":"Retry","ui.inspector.pause":"Pause","ui.inspector.stop":"Stop","ui.inspector.resume":"Continue","ui.inspector.first":"Make next","ui.inspector.turntable":"Preview turntable","ui.inspector.texture":"Texture","ui.inspector.export":"Export","ui.inspector.download":"Download GLB","ui.inspector.share":"Share as web page","ui.inspector.tabs.0":"View","ui.inspector.tabs.1":"Details","ui.inspector.tabs.2":"Export","ui.inspector.stars":"Rating","ui.inspector.star":"{n} of 5","ui.inspector.tags":"Tags","ui.inspector.addTag":"Add a tag","ui.inspector.removeTag":"Remove tag {tag}","ui.inspector.use":"Use these settings","ui.inspector.useShort":"Use settings","ui.inspector.exampleText":"Made from the prompt alone on a processor, in {time}. Its texture is a smaller copy.","ui.inspector.delete":"Delete","ui.inspector.restore":"Restore","ui.inspector.advanced":"Advanced","ui.inspector.loss":"Loss","ui.inspector.opacity":"Opacity","ui.inspector.changed":"Changed from the preset","ui.inspector.none":"Nothing selected","ui.inspector.noneText":"Pick a result to see it, or make a new one.","ui.inspector.history":"How it formed","ui.inspector.stills":"Stills","ui.inspector.settings":"Settings","ui.inspector.faces":"{n} faces","ui.inspector.reexport":"Export again","ui.inspector.steps":"More steps","ui.inspector.close":"Close details","ui.inspector.ofBatch":"Back to the four","ui.inspector.facesName":"Faces","ui.inspector.vertices":"Vertices","ui.inspector.size":"Size","ui.inspector.seedOf":"seed {n}","ui.inspector.stepOf":"step {n}","ui.inspector.textureHelp":"Material, in words","ui.inspector.textureHint":"polished walnut","ui.inspector.textureRunning":"Texturing\u2026","ui.inspector.textureDone":"Textured: {prompt}","ui.inspector.teach":"Teach","ui.inspector.teachHelp":"Its name in prompts","ui.inspector.teachHint":"hover bike","ui.inspector.teachRunning":"Teaching\u2026","ui.inspector.teachDone":"Prompts now know it: {prompt}","ui.dialog.export":"Export","ui.dialog.target":"For","ui.dialog.formats":"Formats","ui.dialog.auto":"As the target expects","ui.dialog.faces":"Faces","ui.dialog.texture":"Texture","ui.dialog.size":"Longest side","ui.dialog.units":"Units","ui.dialog.up":"Up axis","ui.dialog.pivot":"Pivot","ui.dialog.pivots.keep":"Where it is","ui.dialog.pivots.center":"Centre","ui.dialog.pivots.bottom":"On the floor","ui.dialog.fixedFrame":"GLB and 3MF fix their units and up axis.","ui.dialog.frameText":"Units and up axis are for OBJ, PLY, STL and USD; GLB and 3MF fix theirs.","ui.dialog.lods":"Levels of detail","ui.dialog.collision":"Collision hull","ui.dialog.maps":"Maps","ui.dialog.asTarget":"As the target","ui.dialog.none":"None","ui.dialog.normal":"Normals","ui.dialog.occlusion":"Occlusion","ui.dialog.both":"Both","ui.dialog.turntable":"Turntables","ui.dialog.quads":"Quads","ui.dialog.places":"Units and pivot","ui.dialog.estimate":"About {bytes}","ui.dialog.run":"Export","ui.dialog.running":"Exporting, {time}","ui.dialog.leave":"You can close this. It goes on.","ui.dialog.files":"Files","ui.dialog.zip":"Download all as ZIP","ui.dialog.unchanged":"unchanged","ui.dialog.done":"Done. {n} files, {bytes}.","ui.dialog.close":"Close","ui.dialog.metres":"m","ui.dialog.own":"Ready now","ui.dialog.formatsText.glb":"Web, engines","ui.dialog.formatsText.obj":"Anywhere","ui.dialog.formatsText.ply":"Scans, vertex colours","ui.dialog.formatsText.stl":"Printing","ui.dialog.formatsText.3mf":"Printing, colour","ui.dialog.formatsText.usd":"Film","ui.dialog.formatsText.usda":"USD as text","ui.dialog.formatsText.usdz":"AR on Apple","ui.library.search":"Search","ui.library.searchHint":"Search prompts, tags, names","ui.library.sort":"Sort","ui.library.newest":"Newest","ui.library.oldest":"Oldest","ui.library.stars":"Most stars","ui.library.score":"Best score","ui.library.prompt":"By prompt","ui.library.quickest":"Quickest","ui.library.all":"All","ui.library.done":"Done","ui.library.unfinished":"Unfinished","ui.library.damaged":"Damaged","ui.library.failed":"Failed","ui.library.interrupted":"Interrupted","ui.library.running":"Being made","ui.library.created":"Not begun","ui.library.any":"Any rating","ui.library.atLeast":"{n} stars or more","ui.library.count":"{n} results","ui.library.one":"1 result","ui.library.empty":"No runs yet","ui.library.emptyText":"What you make is kept here. Until then, six examples.","ui.library.noMatch":"No run matches.","ui.library.clear":"Clear filters","ui.library.selected":"{n} selected","ui.library.compare":"Compare","ui.library.tag":"Tag","ui.library.zip":"ZIP","ui.library.delete":"Delete","ui.library.clearSelection":"Clear selection","ui.library.select":"Select {prompt}","ui.library.open":"Open {prompt}","ui.library.moved":"Moved to the bin.","ui.library.undo":"Undo","ui.library.bin":"Bin","ui.library.restore":"Restore","ui.library.purge":"Delete for good","ui.library.emptyBin":"Empty bin","ui.library.sure":"Delete {n} for good?","ui.library.binEmpty":"The bin is empty.","ui.library.collections":"Collections","ui.library.status":"State","ui.library.noPicture":"No picture","ui.words.title":"Words","ui.words.lead":"{n} objects, and colours and materials to put before them. Up to {most} objects in one prompt.","ui.words.search":"Search words","ui.words.noMatch":"No object matches \u2018{search}\u2019.","ui.words.colour":"Colour or material","ui.words.anyColour":"As it is","ui.words.drawing":"Drawing","ui.words.free":"This model reads any text: describe an object, its colour and its material.","ui.words.take":"Make {prompt}","ui.settings.title":"Settings","ui.settings.look":"Appearance","ui.settings.system":"System","ui.settings.light":"Light","ui.settings.dark":"Dark","ui.settings.notify":"Notify me when a run is done","ui.settings.notifyOff":"Notifications are blocked in this browser.","ui.settings.models":"Models","ui.settings.machine":"This machine","ui.settings.folder":"Folder","ui.settings.free":"Free","ui.settings.version":"Version","ui.settings.about":"Everything stays on this machine. Nothing is fetched from elsewhere.","ui.settings.freeText":"{disk} disk, {memory} memory","ui.settings.language":"Language","ui.done":"Done: {prompt}","ui.error":"The workbench can't be reached. Trying again\u2026","ui.close":"Close","ui.cancel":"Cancel","ui.menu":"Menu","ui.theme":"Light or dark"};var np="bozzetto-language",ie={language:"en"};function ip(i){for(let[e,t]of Object.entries(i)){let n=e.split(".").slice(1),s=ie;n.forEach((r,o)=>{o===n.length-1?s[r]=t:s=s[r]??=/^\d+$/.test(n[o+1])?[]:{}})}}ip(tp);function Ce(i,e){return i.replace(/\{(\w+)\}/g,(t,n)=>n in e?String(e[n]):t)}async function sp(i){let e=localStorage.getItem(np)||navigator.language||"en";if(!e.startsWith("en"))try{let{language:t,texts:n}=await i("/texts",{locale:e});ip(n),ie.language=t}catch{}}function rp(i){localStorage.setItem(np,i),location.reload()}function pi(i){if(i==null||!Number.isFinite(i))return"";if(i<55)return`${Math.max(1,Math.round(i))} s`;let e=Math.max(1,Math.round(i/60));return e<60?`${e} min`:e%60?`${Math.floor(e/60)} h ${e%60} min`:`${e/60} h`}function Gi(i){if(i<1e3)return`${Math.round(i)} B`;let e=["kB","MB","GB"],t=i/1e3,n=0;for(;t>=1e3&&n<2;)t/=1e3,n+=1;return`${t<10?t.toFixed(1):Math.round(t)} ${e[n]}`}function op(i,e="en"){if(e.startsWith("zh"))return`\u7B2C ${i} \u4F4D`;let t=Math.floor(i/10)%10===1;return`${i}${t?"th":{1:"st",2:"nd",3:"rd"}[i%10]||"th"}`}var Et=i=>Number(i).toLocaleString("en");function $s(i){if(!i)return"";let e=new Date(i*1e3);return new Date().toDateString()===e.toDateString()?e.toLocaleTimeString([],{hour:"2-digit",minute:"2-digit"}):e.toLocaleDateString([],{day:"numeric",month:"short",year:e.getFullYear()===new Date().getFullYear()?void 0:"numeric"})}var H0=0;function p(i,e,t,n,s,r){e||(e={});var o,a,c=e;if("ref"in c)for(a in c={},e)a=="ref"?o=e[a]:c[a]=e[a];var l={type:i,props:c,key:t,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:--H0,__i:-1,__u:0,__source:s,__self:r};if(typeof i=="function"&&(o=i.defaultProps))for(a in o)c[a]===void 0&&(c[a]=o[a]);return ut.vnode&&ut.vnode(l),l}var ap=112,G0=Math.random().toString(36).slice(2);function W0(i,e,t){let n={fovy:e.fovy.toFixed(5),aspect:e.aspect.toFixed(5),edge:t,client:G0};for(let[s,r]of["x","y","z"].entries())n[`p${r}`]=e.position[s].toFixed(5),n[`t${r}`]=e.target[s].toFixed(5);return ht(`${Lt(i)}/field`,n)}function Fu({viewer:i,name:e,checkpoint:t,cut:n=0,restEdge:s=320,alt:r}){let[o,a]=ke(""),[c,l]=ke(""),[h,u]=ke([0,0,1,1]),d=bt({});be(()=>{let m=d.current;Object.assign(m,{gone:!1,want:null,busy:!1});let b=async()=>{if(m.busy||m.gone||!m.want)return;let{pose:x,edge:S,place:L}=m.want;m.want=null,m.busy=!0;try{let C=await fetch(W0(e,x,S));if(m.gone)return;if(C.status===200){let I=URL.createObjectURL(await C.blob());a(O=>(O&&setTimeout(()=>URL.revokeObjectURL(O),1e3),I)),u(L),l("")}else C.status!==204&&l((await C.json().catch(()=>({}))).error||"")}catch{}finally{m.busy=!1,b()}},M=x=>{m.want={pose:i.pose(),edge:x,place:i.free()},b()},v=()=>M(ap),E=()=>M(s);i.onCamera=v,i.onRest=X0(i.onRestAddress,E),M(ap);let A=setTimeout(E,250);return()=>{m.gone=!0,clearTimeout(A),i.onCamera=null,i.onRest=i.onRestAddress||null}},[i,e,t,s]);let[f,_,y,g]=h;return p(et,{children:[o&&p("img",{class:"field",src:o,alt:r||ie.stage.field,draggable:!1,style:{left:`${f}px`,top:`${_}px`,width:`${y}px`,height:`${g}px`,clipPath:n?`inset(0 0 0 ${100*n}%)`:void 0}}),c&&p("p",{class:"field-problem",children:c})]})}var X0=(...i)=>e=>i.forEach(t=>t?.(e)),lp=i=>Ce(ie.stage.fieldOf,{step:Et(Number((i.match(/step-0*(\d+)/)||[0,0])[1]))});var tn=Mt(null),Gt=Mt([]),Wi=Mt([]),Ys=Mt(null),ms=Mt(""),Io=Mt(new Map),ku=Mt(!0),Co=Mt(""),Tr=Mt([]),Xi=Mt(null),Ar=Mt(localStorage.getItem("bozzetto-theme")||"system"),up=["queued","running","paused"],Er=Ws(()=>Gt.value.filter(i=>up.includes(i.status))),Rr=Ws(()=>Gt.value.some(i=>i.status==="running"||i.status==="queued")),q0=0;function Wn(i,{kind:e="info",action:t=null,seconds:n=7}={}){let s=++q0;return Tr.value=[...Tr.value.slice(-2),{id:s,text:i,kind:e,action:t}],setTimeout(()=>ol(s),n*1e3),s}var ol=i=>{Tr.value=Tr.value.filter(e=>e.id!==i)};async function ot(i){try{return await i()}catch(e){e.name!=="AbortError"&&Wn(e.message,{kind:"error",seconds:12});return}}async function Ri(i,e){let t=await ot(()=>en(i,e));if(!t)return;$0();let n=new Set(Gt.value.map(s=>s.id));Gt.value=[...Gt.value,...t.jobs.filter(s=>!n.has(s.id))],t.batch?mt({batch:t.batch}):mt({job:t.jobs[0].id})}async function gs(){let i=await ot(()=>Ft("/runs",{limit:40}));i&&Hs(()=>{Wi.value=i.runs,Ys.value=i.total})}function hp(){return ot(async()=>{tn.value=await Ft("/choices")}),gs(),ep({busy:()=>Rr.value,state:i=>{let e=Gt.value;Hs(()=>{Gt.value=i.jobs,Co.value=i.problem}),e.length&&cp(e,i.jobs),ms.value&&ms.value!==i.runs&&gs(),ms.value=i.runs},jobs:({changed:i,order:e})=>{let t=Gt.value,n=new Map([...t,...i].map(s=>[s.id,s]));Gt.value=(e||t.map(s=>s.id)).map(s=>n.get(s)).filter(Boolean),cp(t,Gt.value)},marks:({changed:i})=>{let e=new Map(i.map(t=>[t.name,t]));Hs(()=>{Io.value=e,Wi.value=Wi.value.map(t=>e.has(t.name)?{...t,...e.get(t.name)}:t)})},runs:({stamp:i})=>{ms.value=i,gs()},problem:({problem:i})=>{Co.value=i}},i=>{ku.value=i})}var Po=Mt(localStorage.getItem("bozzetto-notify")==="yes");async function Bu(i){i&&"Notification"in window&&Notification.permission==="default"&&await Notification.requestPermission(),Po.value=i&&"Notification"in window&&Notification.permission==="granted",localStorage.setItem("bozzetto-notify",Po.value?"yes":"no")}function $0(){!("Notification"in window)||Notification.permission!=="default"||localStorage.getItem("bozzetto-notify")||(localStorage.setItem("bozzetto-notify","asked"),Wn(ie.settings.notify,{seconds:15,action:{label:"OK",run:()=>Bu(!0)}}))}var Cr=Mt(0);function cp(i,e){let t=new Map(i.map(n=>[n.id,n.status]));for(let n of e){let s=t.get(n.id);if(!s||s===n.status||!["done","failed"].includes(n.status))continue;let r=n.status==="done"?Ce(ie.done,{prompt:n.prompt}):`${ie.stage.failed} ${n.prompt}`,o=Re.value,a=o.view==="make"&&(o.job===String(n.id)||o.run&&o.run===n.run||o.batch&&o.batch===n.batch);if(document.hidden){if(Cr.value+=1,Po.value&&"Notification"in window&&Notification.permission==="granted"){let c=new Notification("bozzetto",{body:r,tag:`bozzetto-${n.id}`});c.onclick=()=>{window.focus(),mt({run:n.run})}}}else a||Wn(r,{kind:n.status==="done"?"done":"error",action:n.run?{label:ie.inspector.tabs[0],run:()=>mt({run:n.run})}:null})}}var zu=i=>Gt.value.find(e=>e.run===i&&up.includes(e.status))||null;var Mn=ie.stage;function Ks(i){if(i.requested==="pause"&&i.status==="running")return{line:Mn.pausing,detail:""};if(i.requested==="cancel"&&i.status==="running")return{line:Mn.stopping,detail:""};if(i.status==="queued"){if(!i.position)return{line:Mn.startingWorker,detail:""};let n={place:op(i.position,ie.language),time:pi(i.wait)};return{line:Ce(i.wait?Mn.queuedWait:Mn.queued,n),short:Ce(i.wait?Mn.queuedShort:Mn.queued,n),detail:""}}if(i.status==="paused")return{line:Mn.paused,detail:Vu(i)};if(i.status==="failed")return{line:Mn.failed,detail:i.reason};if(i.status==="cancelled")return{line:Mn.cancelled,detail:Vu(i)};if(i.status==="damaged")return{line:Mn.damaged,detail:i.reason};if(i.status==="done")return{line:"",detail:""};if(i.starting)return{line:Mn[i.starting],detail:""};let e=i.stage==="export"?Mn.export:Mn.training,t=i.left?Ce(Mn.left,{time:pi(i.left)}):"";return{line:[e,t].filter(Boolean).join(", "),detail:i.stage==="export"?"":Vu(i)}}var Vu=i=>Ce(Mn.step,{step:Et(i.step),total:Et(i.total)});var Y0={mark:null,make:"M10 3v14M3 10h14",library:"M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z",words:"M3 4.5c2.5-1 5-.8 7 .8v11c-2-1.6-4.500-1.800-7-.8zM17 4.500c-2.500-1-5-.8-7 .8v11c2-1.600 4.500-1.800 7-.8z",settings:"M10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM8.600 2.500h2.800l.4 2 1.500.9 1.900-.7 1.400 2.400-1.500 1.400v1.800l1.500 1.400-1.400 2.400-1.900-.7-1.500.9-.4 2H8.600l-.4-2-1.500-.9-1.900.7-1.400-2.400 1.500-1.400V9.100L3.400 7.700l1.400-2.400 1.900.7 1.500-.9z",sliders:"M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4",details:"M4 4h12v12H4zM12 4v12",arrow:"M10 16V4M5 9l5-5 5 5",close:"M5 5l10 10M15 5L5 15",check:"M4 10.500l4 4 8-9",again:"M16 10a6 6 0 1 1-2-4.500M16 3v4h-4",grid4:"M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z",refine:"M10 2.500l1.800 5.200 5.200 1.800-5.200 1.800L10 16.500l-1.800-5.200L3 9.500l5.200-1.800z",colour:"M10 2.500s5 5.300 5 9a5 5 0 0 1-10 0c0-3.700 5-9 5-9z",longer:"M10 4v6l4 2M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14z",download:"M10 3v10M5.500 9l4.500 4.500L14.500 9M4 16.500h12",share:"M7 10.500l6-3.500M7 10.500l6 3.500M5 12.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM15 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM15 17a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",export:"M10 12V3M6 6.500L10 3l4 3.500M4 10v6.500h12V10",bin:"M4 6h12M8 6V4h4v2M5.500 6l.8 10.500h7.400L14.500 6M8.500 9v4.500M11.500 9v4.500",pause:"M7 4v12M13 4v12",play:"M6 4l10 6-10 6z",stop:"M5 5h10v10H5z",sphere:"M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM5 7c2 2.500 8 2.500 10 0",wire:"M10 2.500l6.500 3.800v7.400L10 17.500l-6.500-3.800V6.300zM3.500 6.300L10 10l6.500-3.700M10 10v7.500",light:"M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600L16 16M4 16l1.400-1.400M14.600 5.400L16 4",ground:"M3 3h14v14H3zM3 12l5-4 4 3 2.500-2 2.500 2",floor:"M2 14l8-5 8 5-8 4zM6 11.500l8 5M14 11.500l-8 5",ruler:"M2.500 13L13 2.500 17.500 7 7 17.500zM6 9.500l1.500 1.500M8.500 7l2.500 2.500M11 4.500L12.500 6",ortho:"M4 7h9v9H4zM4 7l3-3h9M13 7l3-3v9l-3 3",section:"M3 10h14M5 10V4h10v6M6 13h1M9.500 13h1M13 13h1M6 16h1M9.500 16h1M13 16h1",camera:"M3 6.500h3l1.500-2h5l1.500 2h3v9H3zM10 13.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",split:"M10 2.500v15M3 5h4.500v10H3M12.500 5H17v10h-4.500",layers:"M10 3l7 3.500-7 3.500-7-3.500zM3 10l7 3.500L17 10M3 13.500L10 17l7-3.500",views:"M10 2.500l6.500 3.800v7.400L10 17.500l-6.500-3.800V6.300z",turn:"M3 10c0-2 3-3.500 7-3.500s7 1.500 7 3.500-3 3.500-6 3.500M13 11l-2.500 2.500L13 16",more:"M4.500 10h.01M10 10h.01M15.500 10h.01",star:"M10 2.800l2.200 4.600 5 .7-3.600 3.500.9 5L10 14.200l-4.500 2.400.9-5L2.800 8.100l5-.7z",dice:"M3.500 3.500h13v13h-13zM7 7h.01M13 13h.01M13 7h.01M7 13h.01M10 10h.01",search:"M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.500 13.500L17 17",tag:"M3 3h6.500l7.500 7.500L10.500 17 3 9.500zM6.500 6.500h.01",compare:"M3 4h6v12H3zM11 4h6v12h-6z",sun:"M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600L16 16M4 16l1.400-1.400M14.600 5.400L16 4",moon:"M16 11.500A6.500 6.500 0 0 1 8.500 4 6.500 6.500 0 1 0 16 11.500z",undo:"M5 5v4h4M5 9a6 6 0 1 1 1.500 5.500",open:"M3 16V5h5l1.500 2H17v9z",queue:"M3 5h14M3 10h14M3 15h8",texture:"M3 3h14v14H3zM3 10h14M10 3v14M3 3l14 14",edit:"M3 17l1-4L13.500 3.500l3 3L7 16z",teach:"M10 4l8 4-8 4-8-4zM5 10v4c2.500 2 7.500 2 10 0v-4",first:"M4 4h12M10 17V8M6 11.500L10 8l4 3.500"};function Pt({name:i,size:e=20,fill:t=!1}){return p("svg",{class:"icon",width:e,height:e,viewBox:"0 0 20 20","aria-hidden":"true",fill:t?"currentColor":"none",stroke:"currentColor","stroke-width":"1.5","stroke-linecap":"round","stroke-linejoin":"round",children:p("path",{d:Y0[i],"stroke-width":i==="more"||i==="dice"?void 0:1.5})})}function dp({size:i=26}){return p("svg",{width:i,height:i,viewBox:"0 0 32 32","aria-hidden":"true",children:[p("path",{class:"mark-clay",d:"M16 3.500c4.600 0 7.200 3 7.700 6.600.5 3.200 2.800 4.300 2.800 7.600 0 3.600-3.600 6-10.500 6S5.500 21.300 5.500 17.700c0-3.300 2.600-4.200 3.300-7.400C9.500 6.700 11.600 3.500 16 3.500z"}),p("path",{class:"mark-cut",d:"M11.300 16.800c2.900 1.700 7.300 1.600 10.100-1.200M12.800 10.600c1.700 1 4.100.9 5.900-.8"}),p("path",{class:"mark-stand",d:"M9.500 26.300h13M16 23.800v2.500"})]})}function Ne({icon:i,label:e,bare:t=!1,kind:n="",small:s=!1,title:r,pressed:o,...a}){let c=`button ${n} ${t?"bare":""} ${s?"small":""}`;return p("button",{type:"button",class:c,title:r||(t?e:void 0),"aria-label":t?e:void 0,"aria-pressed":o===void 0?void 0:String(o),...a,children:[i&&p(Pt,{name:i,size:s?16:20}),!t&&p("span",{children:e})]})}function qi({value:i,size:e=28,width:t=2.5,status:n="",label:s}){let r=(e-t)/2,o=2*Math.PI*r,a=i!=null;return p("svg",{class:`ring ${a?"":"turning"} ${n}`,width:e,height:e,viewBox:`0 0 ${e} ${e}`,role:s?"progressbar":void 0,"aria-label":s,"aria-hidden":s?void 0:"true","aria-valuemin":s?0:void 0,"aria-valuemax":s?100:void 0,"aria-valuenow":s&&a?Math.round(100*i):void 0,children:[p("circle",{class:"ring-track",cx:e/2,cy:e/2,r,"stroke-width":t,fill:"none"}),p("circle",{class:"ring-value",cx:e/2,cy:e/2,r,"stroke-width":t,fill:"none","stroke-linecap":"round","stroke-dasharray":o,"stroke-dashoffset":o*(1-(a?Math.max(.02,i):.25)),transform:`rotate(-90 ${e/2} ${e/2})`})]})}function mi(i){return i.status==="done"?1:i.status!=="running"?i.total?.85*i.step/i.total:0:i.stage==="export"?.92:i.step?.88*i.step/i.total:null}var fp=new Set;function _s({run:i,turning:e=!1,alt:t=""}){let[n,s]=ke(e),[r,o]=ke(0),[a,c]=ke(!1),l=i.base||Lt(i.name),h=`${l} ${i.v||""}`,u=ht(`${l}/thumb`,{v:i.v,n:r||void 0});be(()=>{c(!1)},[h]),be(()=>{if(fp.has(h)||i.status!=="done")return;let f=0,_=0,y=!1,g=async()=>{let m=await fetch(u).catch(()=>null);if(!(y||!m)){if(m.ok&&m.headers.get("X-Turn")==="yes"){fp.add(h),f&&o(b=>b+1);return}!m.ok||(f+=1)>40||(_=setTimeout(g,Math.min(6e3,1200+400*f)))}};return _=setTimeout(g,50),()=>{y=!0,clearTimeout(_)}},[h]);let d=n&&!a&&i.status==="done"?`url("${ht(`${l}/turn`,{v:i.v,n:r||void 0})}")`:"";return p("span",{class:"thumb",onPointerEnter:()=>s(!0),onPointerLeave:()=>s(e),children:[a?p("span",{class:"thumb-none",children:ie.library.noPicture}):p("img",{src:u,alt:t,loading:"lazy",draggable:!1,class:d?"under":"",onError:()=>c(!0)}),d&&p("span",{class:"thumb-turn",style:{backgroundImage:d}})]})}function al({value:i,onChange:e,name:t,small:n=!1}){return p("span",{class:`stars ${n?"small":""}`,role:"radiogroup","aria-label":ie.inspector.stars,children:[1,2,3,4,5].map(s=>p("button",{type:"button",role:"radio","aria-checked":String(s===i),tabIndex:s===(i||1)?0:-1,class:s<=i?"on":"","aria-label":Ce(ie.inspector.star,{n:s}),name:t,onClick:()=>e(s===i?0:s),onKeyDown:r=>{let o={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1}[r.key];o&&(r.preventDefault(),e(Math.min(5,Math.max(1,i+o))))},children:p(Pt,{name:"star",size:n?15:18,fill:s<=i})},s))})}function _n({icon:i,label:e,bare:t=!0,title:n,kind:s="",side:r="below",align:o="center",children:a,active:c=!1,disabled:l=!1,small:h=!1,onOpen:u}){let[d,f]=ke(!1),_=bt(null),y=bt(null),g=(m=!0)=>{f(!1),m&&_.current?.querySelector("button")?.focus()};return be(()=>{if(!d)return;let m=b=>{b.composedPath().includes(_.current)||f(!1)};return document.addEventListener("pointerdown",m),y.current?.querySelector("button, input, select, [tabindex]")?.focus({preventScroll:!0}),()=>document.removeEventListener("pointerdown",m)},[d]),Mr(()=>{if(!d||!y.current)return;let m=y.current.getBoundingClientRect(),b=Math.max(0,m.right-window.innerWidth+8),M=Math.max(0,8-m.left);(b||M)&&(y.current.style.translate=`${M-b}px 0`)},[d]),p("span",{class:`popover ${r} align-${o}`,ref:_,onKeyDown:m=>{m.key==="Escape"&&d&&(m.stopPropagation(),g())},children:[p(Ne,{icon:i,label:e,bare:t,title:n,kind:`${s} ${c?"active":""}`,small:h,disabled:l,"aria-expanded":String(d),"aria-haspopup":"dialog",onClick:()=>{f(!d),d||u?.()}}),d&&p("div",{class:"popover-panel",ref:y,role:"dialog","aria-label":n||e,children:typeof a=="function"?a(g):a})]})}function ll({title:i,onClose:e,wide:t=!1,children:n,footer:s}){let r=bt(null);return be(()=>{let o=r.current.getRootNode().activeElement;return r.current.showModal(),()=>o?.focus?.()},[]),p("dialog",{class:t?"wide":"",ref:r,"aria-label":i,onClose:e,onCancel:e,onClick:o=>{o.target===r.current&&e()},children:p("div",{class:"dialog-body",children:[p("header",{children:[p("h2",{children:i}),p(Ne,{icon:"close",label:ie.close,bare:!0,onClick:e})]}),p("div",{class:"dialog-content",tabIndex:0,role:"group","aria-label":i,children:n}),s&&p("footer",{children:s})]})})}function Sn({label:i,options:e,value:t,onChange:n,small:s=!1}){return p("span",{class:`segments ${s?"small":""}`,role:"radiogroup","aria-label":i,children:e.map(([r,o,a])=>p("button",{type:"button",role:"radio","aria-checked":String(r===t),title:a,tabIndex:r===t?0:-1,class:r===t?"on":"",onClick:()=>n(r),onKeyDown:c=>{let l={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key];if(!l)return;c.preventDefault();let h=(e.findIndex(([u])=>u===t)+l+e.length)%e.length;n(e[h][0]),c.currentTarget.parentElement.children[h].focus()},children:o},r))})}function Lo({label:i,min:e,max:t,step:n,value:s,onInput:r}){return p("label",{class:"slider",children:[p("span",{children:i}),p("input",{type:"range",min:e,max:t,step:n,value:s,onInput:o=>r(Number(o.currentTarget.value))})]})}function Jn({label:i,checked:e,onChange:t,disabled:n}){return p("label",{class:"toggle",children:[p("input",{type:"checkbox",role:"switch",checked:e,disabled:n,onChange:s=>t(s.currentTarget.checked)}),p("span",{children:i})]})}function pp(){return p("div",{class:"toasts",role:"status","aria-live":"polite",children:Tr.value.map(i=>p("div",{class:`toast ${i.kind}`,children:[p("span",{children:i.text}),i.action&&p(Ne,{label:i.action.label,small:!0,onClick:()=>{ol(i.id),i.action.run()}}),p(Ne,{icon:"close",label:ie.close,bare:!0,small:!0,onClick:()=>ol(i.id)})]},i.id))})}var Zs=ie.strip;async function xs(i,e){await ot(()=>en(`/jobs/${i.id}/${e}`))}async function Hu(i){let e=await i.arrayBuffer();Xi.value={name:i.name,kind:i.name.split(".").pop().toLowerCase(),data:e,key:`file ${i.name} ${i.size} ${i.lastModified}`},mt({})}function mp(){let i=Re.value,e=bt(null),t=Er.value,n=t.filter(o=>o.status==="queued").at(-1),s=new Set(t.map(o=>o.run).filter(Boolean)),r=Wi.value.filter(o=>!s.has(o.name));return p("nav",{class:"strip","aria-label":ie.nav.queue,children:[p("div",{class:"strip-scroll",children:[Co.value&&p("p",{class:"problem small",children:Co.value}),t.length>0&&p("section",{children:[p("h2",{children:[Zs.queue,n?.wait?p("small",{children:Ce(Zs.total,{time:pi(n.wait)})}):null]}),p("ul",{class:"queue",children:t.map(o=>p(K0,{job:o,current:i.job===String(o.id)||i.run&&i.run===o.run||i.batch&&i.batch===o.batch},o.id))})]}),(r.length>0||t.length===0)&&p("section",{children:[p("h2",{children:Zs.recent}),Ys.value===0&&p("p",{class:"quiet",children:Zs.nothing}),p("ul",{class:"film",children:r.slice(0,24).map(o=>p("li",{children:p("button",{type:"button",class:`shot ${i.run===o.name?"current":""} ${o.status}`,"aria-current":i.run===o.name?"true":void 0,onClick:()=>mt({run:o.name}),children:[p(_s,{run:o}),p("span",{class:"shot-name",children:o.prompt||o.name}),p("span",{class:"shot-when",children:o.status==="done"?$s(o.created):ie.library[o.status]||o.status})]})},o.name))}),Ys.value>24&&p("button",{type:"button",class:"textlink",onClick:()=>$e({view:"library"}),children:Zs.all})]})]}),p("footer",{children:[p(Ne,{icon:"open",label:Zs.open,small:!0,kind:"ghost",onClick:()=>e.current.click(),title:ie.stage.drop}),p("input",{ref:e,type:"file",hidden:!0,accept:".glb,.obj,.ply,.stl","aria-label":Zs.open,onChange:o=>{let[a]=o.currentTarget.files;a&&Hu(a),o.currentTarget.value=""}})]})]})}function K0({job:i,current:e}){let{line:t,short:n}=Ks(i);return p("li",{class:e?"current":"",children:[p("button",{type:"button",class:"queue-open","aria-current":e?"true":void 0,onClick:()=>i.batch?mt({batch:i.batch}):mt({job:i.id}),children:[p(qi,{value:i.status==="queued"?0:mi(i),status:i.status}),p("span",{class:"queue-text",children:[p("b",{children:i.prompt}),p("small",{title:t,children:n||t})]})]}),i.status==="queued"&&i.position>1&&p(Ne,{icon:"first",label:ie.inspector.first,bare:!0,small:!0,onClick:()=>xs(i,"first")}),p(Ne,{icon:"close",label:`${ie.inspector.stop}: ${i.prompt}`,bare:!0,small:!0,onClick:()=>xs(i,"cancel")})]})}var gp=i=>Gt.value.find(e=>String(e.id)===String(i))||null;/**
 * @license
 * Copyright 2010-2026 Three.js Authors
 * SPDX-License-Identifier: MIT
 */var Cs={LEFT:0,MIDDLE:1,RIGHT:2,ROTATE:0,DOLLY:1,PAN:2},Ps={ROTATE:0,PAN:1,DOLLY_PAN:2,DOLLY_ROTATE:3},om=0,Ah=1,am=2;var ya=1,lm=2,ao=3,oi=0,on=1,pn=2,fr=0,lo=1,Eh=2,Rh=3,Ch=4,cm=5;var pr=100,um=101,hm=102,dm=103,fm=104,pm=200,mm=201,gm=202,_m=203,Ph=204,Ih=205,xm=206,vm=207,ym=208,bm=209,Mm=210,Sm=211,wm=212,Tm=213,Am=214,Ol=0,Fl=1,kl=2,Xr=3,Bl=4,zl=5,Vl=6,Hl=7,ba=0,Em=1,Rm=2,ai=0,Lh=1,Nh=2,Dh=3,Uh=4,Oh=5,Fh=6,Ma=7,fh="attached",Cm="detached",kh=300,mr=301,co=302,rc=303,oc=304,Ii=1e3,ei=1001,qr=1002,Wt=1003,ac=1004;var gr=1005;var sn=1006,uo=1007;var li=1008;var Vn=1009,Bh=1010,zh=1011,ho=1012,lc=1013,Si=1014,$n=1015,wi=1016,cc=1017,uc=1018,_r=1020,Vh=35902,Hh=35899,Gh=1021,Wh=1022,ci=1023,es=1026,us=1027,hc=1028,dc=1029,Is=1030,fc=1031;var pc=1033,Sa=33776,wa=33777,Ta=33778,Aa=33779,mc=35840,gc=35841,_c=35842,xc=35843,vc=36196,yc=37492,bc=37496,Mc=37488,Sc=37489,Ea=37490,wc=37491,Tc=37808,Ac=37809,Ec=37810,Rc=37811,Cc=37812,Pc=37813,Ic=37814,Lc=37815,Nc=37816,Dc=37817,Uc=37818,Oc=37819,Fc=37820,kc=37821,Bc=36492,zc=36494,Vc=36495,Hc=36283,Gc=36284,Ra=36285,Wc=36286;var nr=2300,ir=2301,Dl=2302,ph=2303,mh=2400,gh=2401,_h=2402,Pm=2500;var Xh=0,Ca=1,fo=2,Im=3200;var Ls=0,Lm=1,hs="",gt="srgb",Nn="srgb-linear",Wo="linear",xt="srgb";var Ul=7680;var Nm=519,Dm=512,Um=513,Om=514,qh=515,Fm=516,km=517,$h=518,Yh=519,Kh=35044;var Zh="300 es",ti=2e3,$r=2001;function Z0(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function j0(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function Yr(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function Bm(){let i=Yr("canvas");return i.style.display="block",i}var _p={},Kr=null;function Xo(...i){let e="THREE."+i.shift();Kr?Kr("log",e,...i):console.log(e,...i)}function zm(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function Pe(...i){i=zm(i);let e="THREE."+i.shift();if(Kr)Kr("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function ze(...i){i=zm(i);let e="THREE."+i.shift();if(Kr)Kr("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function tr(...i){let e=i.join(" ");e in _p||(_p[e]=!0,Pe(...i))}function Vm(i,e,t){return new Promise(function(n,s){function r(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:s();break;case i.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:n()}}setTimeout(r,t)})}var Hm={[Ol]:Ol,[kl]:Vl,[Bl]:Bl,[Xr]:zl,[Fl]:Fl,[Vl]:kl,[Hl]:Hl,[zl]:Xr},vi=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let s=n[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let s=n.slice(0);for(let r=0,o=s.length;r<o;r++)s[r].call(this,e);e.target=null}}},wn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"],xp=1234567,Ho=Math.PI/180,sr=180/Math.PI;function Ui(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return(wn[i&255]+wn[i>>8&255]+wn[i>>16&255]+wn[i>>24&255]+"-"+wn[e&255]+wn[e>>8&255]+"-"+wn[e>>16&15|64]+wn[e>>24&255]+"-"+wn[t&63|128]+wn[t>>8&255]+"-"+wn[t>>16&255]+wn[t>>24&255]+wn[n&255]+wn[n>>8&255]+wn[n>>16&255]+wn[n>>24&255]).toLowerCase()}function je(i,e,t){return Math.max(e,Math.min(t,i))}function jh(i,e){return(i%e+e)%e}function J0(i,e,t,n,s){return n+(i-e)*(s-n)/(t-e)}function Q0(i,e,t){return i!==e?(t-i)/(e-i):0}function Go(i,e,t){return(1-t)*i+t*e}function e_(i,e,t,n){return Go(i,e,1-Math.exp(-t*n))}function t_(i,e=1){return e-Math.abs(jh(i,e*2)-e)}function n_(i,e,t){return i<=e?0:i>=t?1:(i=(i-e)/(t-e),i*i*(3-2*i))}function i_(i,e,t){return i<=e?0:i>=t?1:(i=(i-e)/(t-e),i*i*i*(i*(i*6-15)+10))}function s_(i,e){return i+Math.floor(Math.random()*(e-i+1))}function r_(i,e){return i+Math.random()*(e-i)}function o_(i){return i*(.5-Math.random())}function a_(i){i!==void 0&&(xp=i);let e=xp+=1831565813;return e=Math.imul(e^e>>>15,e|1),e^=e+Math.imul(e^e>>>7,e|61),((e^e>>>14)>>>0)/4294967296}function l_(i){return i*Ho}function c_(i){return i*sr}function u_(i){return i>0&&Number.isInteger(i)&&2**Math.round(Math.log2(i))===i}function h_(i){return Math.pow(2,Math.ceil(Math.log(i)/Math.LN2))}function Jh(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function d_(i,e,t,n,s){let r=Math.cos,o=Math.sin,a=r(t/2),c=o(t/2),l=r((e+n)/2),h=o((e+n)/2),u=r((e-n)/2),d=o((e-n)/2),f=r((n-e)/2),_=o((n-e)/2);switch(s){case"XYX":i.set(a*h,c*u,c*d,a*l);break;case"YZY":i.set(c*d,a*h,c*u,a*l);break;case"ZXZ":i.set(c*u,c*d,a*h,a*l);break;case"XZX":i.set(a*h,c*_,c*f,a*l);break;case"YXY":i.set(c*f,a*h,c*_,a*l);break;case"ZYZ":i.set(c*_,c*f,a*h,a*l);break;default:Pe("MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: "+s)}}function Xc(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function Qh(i,e){if(e.constructor===Float32Array)return i;let t=Xc(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function ed(i,e){if(e.constructor===Float32Array)return i;let t=Xc(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var qt={DEG2RAD:Ho,RAD2DEG:sr,generateUUID:Ui,clamp:je,euclideanModulo:jh,mapLinear:J0,inverseLerp:Q0,lerp:Go,damp:e_,pingpong:t_,smoothstep:n_,smootherstep:i_,randInt:s_,randFloat:r_,randFloatSpread:o_,seededRandom:a_,degToRad:l_,radToDeg:c_,isPowerOfTwo:u_,ceilPowerOfTwo:h_,floorPowerOfTwo:Jh,setQuaternionFromProperEuler:d_,normalize:ed,denormalize:Qh},Le=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6],this.y=s[1]*t+s[4]*n+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=je(this.x,e.x,t.x),this.y=je(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=je(this.x,e,t),this.y=je(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(je(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(je(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),s=Math.sin(t),r=this.x-e.x,o=this.y-e.y;return this.x=r*n-o*s+e.x,this.y=r*s+o*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},An=class{constructor(e=0,t=0,n=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=s}static slerpFlat(e,t,n,s,r,o,a){let c=n[s+0],l=n[s+1],h=n[s+2],u=n[s+3],d=r[o+0],f=r[o+1],_=r[o+2],y=r[o+3];if(u!==y||c!==d||l!==f||h!==_){let g=c*d+l*f+h*_+u*y;g<0&&(d=-d,f=-f,_=-_,y=-y,g=-g);let m=1-a;if(g<.9995){let b=Math.acos(g),M=Math.sin(b);m=Math.sin(m*b)/M,a=Math.sin(a*b)/M,c=c*m+d*a,l=l*m+f*a,h=h*m+_*a,u=u*m+y*a}else{c=c*m+d*a,l=l*m+f*a,h=h*m+_*a,u=u*m+y*a;let b=1/Math.sqrt(c*c+l*l+h*h+u*u);c*=b,l*=b,h*=b,u*=b}}e[t]=c,e[t+1]=l,e[t+2]=h,e[t+3]=u}static multiplyQuaternionsFlat(e,t,n,s,r,o){let a=n[s],c=n[s+1],l=n[s+2],h=n[s+3],u=r[o],d=r[o+1],f=r[o+2],_=r[o+3];return e[t]=a*_+h*u+c*f-l*d,e[t+1]=c*_+h*d+l*u-a*f,e[t+2]=l*_+h*f+a*d-c*u,e[t+3]=h*_-a*u-c*d-l*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,s){return this._x=e,this._y=t,this._z=n,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,s=e._y,r=e._z,o=e._order,a=Math.cos,c=Math.sin,l=a(n/2),h=a(s/2),u=a(r/2),d=c(n/2),f=c(s/2),_=c(r/2);switch(o){case"XYZ":this._x=d*h*u+l*f*_,this._y=l*f*u-d*h*_,this._z=l*h*_+d*f*u,this._w=l*h*u-d*f*_;break;case"YXZ":this._x=d*h*u+l*f*_,this._y=l*f*u-d*h*_,this._z=l*h*_-d*f*u,this._w=l*h*u+d*f*_;break;case"ZXY":this._x=d*h*u-l*f*_,this._y=l*f*u+d*h*_,this._z=l*h*_+d*f*u,this._w=l*h*u-d*f*_;break;case"ZYX":this._x=d*h*u-l*f*_,this._y=l*f*u+d*h*_,this._z=l*h*_-d*f*u,this._w=l*h*u+d*f*_;break;case"YZX":this._x=d*h*u+l*f*_,this._y=l*f*u+d*h*_,this._z=l*h*_-d*f*u,this._w=l*h*u-d*f*_;break;case"XZY":this._x=d*h*u-l*f*_,this._y=l*f*u-d*h*_,this._z=l*h*_+d*f*u,this._w=l*h*u+d*f*_;break;default:Pe("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,s=Math.sin(n);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],s=t[4],r=t[8],o=t[1],a=t[5],c=t[9],l=t[2],h=t[6],u=t[10],d=n+a+u;if(d>0){let f=.5/Math.sqrt(d+1);this._w=.25/f,this._x=(h-c)*f,this._y=(r-l)*f,this._z=(o-s)*f}else if(n>a&&n>u){let f=2*Math.sqrt(1+n-a-u);this._w=(h-c)/f,this._x=.25*f,this._y=(s+o)/f,this._z=(r+l)/f}else if(a>u){let f=2*Math.sqrt(1+a-n-u);this._w=(r-l)/f,this._x=(s+o)/f,this._y=.25*f,this._z=(c+h)/f}else{let f=2*Math.sqrt(1+u-n-a);this._w=(o-s)/f,this._x=(r+l)/f,this._y=(c+h)/f,this._z=.25*f}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(je(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let s=Math.min(1,t/n);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=t._x,c=t._y,l=t._z,h=t._w;return this._x=n*h+o*a+s*l-r*c,this._y=s*h+o*c+r*a-n*l,this._z=r*h+o*l+n*c-s*a,this._w=o*h-n*a-s*c-r*l,this._onChangeCallback(),this}slerp(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=this.dot(e);a<0&&(n=-n,s=-s,r=-r,o=-o,a=-a);let c=1-t;if(a<.9995){let l=Math.acos(a),h=Math.sin(l);c=Math.sin(c*l)/h,t=Math.sin(t*l)/h,this._x=this._x*c+n*t,this._y=this._y*c+s*t,this._z=this._z*c+r*t,this._w=this._w*c+o*t,this._onChangeCallback()}else this._x=this._x*c+n*t,this._y=this._y*c+s*t,this._z=this._z*c+r*t,this._w=this._w*c+o*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),s=Math.sqrt(1-n),r=Math.sqrt(n);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},U=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(vp.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(vp.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6]*s,this.y=r[1]*t+r[4]*n+r[7]*s,this.z=r[2]*t+r[5]*n+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=e.elements,o=1/(r[3]*t+r[7]*n+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*n+r[8]*s+r[12])*o,this.y=(r[1]*t+r[5]*n+r[9]*s+r[13])*o,this.z=(r[2]*t+r[6]*n+r[10]*s+r[14])*o,this}applyQuaternion(e){let t=this.x,n=this.y,s=this.z,r=e.x,o=e.y,a=e.z,c=e.w,l=2*(o*s-a*n),h=2*(a*t-r*s),u=2*(r*n-o*t);return this.x=t+c*l+o*u-a*h,this.y=n+c*h+a*l-r*u,this.z=s+c*u+r*h-o*l,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*n+r[8]*s,this.y=r[1]*t+r[5]*n+r[9]*s,this.z=r[2]*t+r[6]*n+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=je(this.x,e.x,t.x),this.y=je(this.y,e.y,t.y),this.z=je(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=je(this.x,e,t),this.y=je(this.y,e,t),this.z=je(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(je(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,s=e.y,r=e.z,o=t.x,a=t.y,c=t.z;return this.x=s*c-r*a,this.y=r*o-n*c,this.z=n*a-s*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return Gu.copy(this).projectOnVector(e),this.sub(Gu)}reflect(e){return this.sub(Gu.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(je(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,s=this.z-e.z;return t*t+n*n+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let s=Math.sin(t)*e;return this.x=s*Math.sin(n),this.y=Math.cos(t)*e,this.z=s*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Gu=new U,vp=new An,Ve=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,s,r,o,a,c,l){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,c,l)}set(e,t,n,s,r,o,a,c,l){let h=this.elements;return h[0]=e,h[1]=s,h[2]=a,h[3]=t,h[4]=r,h[5]=c,h[6]=n,h[7]=o,h[8]=l,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[3],c=n[6],l=n[1],h=n[4],u=n[7],d=n[2],f=n[5],_=n[8],y=s[0],g=s[3],m=s[6],b=s[1],M=s[4],v=s[7],E=s[2],A=s[5],x=s[8];return r[0]=o*y+a*b+c*E,r[3]=o*g+a*M+c*A,r[6]=o*m+a*v+c*x,r[1]=l*y+h*b+u*E,r[4]=l*g+h*M+u*A,r[7]=l*m+h*v+u*x,r[2]=d*y+f*b+_*E,r[5]=d*g+f*M+_*A,r[8]=d*m+f*v+_*x,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],c=e[6],l=e[7],h=e[8];return t*o*h-t*a*l-n*r*h+n*a*c+s*r*l-s*o*c}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],c=e[6],l=e[7],h=e[8],u=h*o-a*l,d=a*c-h*r,f=l*r-o*c,_=t*u+n*d+s*f;if(_===0)return this.set(0,0,0,0,0,0,0,0,0);let y=1/_;return e[0]=u*y,e[1]=(s*l-h*n)*y,e[2]=(a*n-s*o)*y,e[3]=d*y,e[4]=(h*t-s*c)*y,e[5]=(s*r-a*t)*y,e[6]=f*y,e[7]=(n*c-l*t)*y,e[8]=(o*t-n*r)*y,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,s,r,o,a){let c=Math.cos(r),l=Math.sin(r);return this.set(n*c,n*l,-n*(c*o+l*a)+o+e,-s*l,s*c,-s*(-l*o+c*a)+a+t,0,0,1),this}scale(e,t){return tr("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(Wu.makeScale(e,t)),this}rotate(e){return tr("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(Wu.makeRotation(-e)),this}translate(e,t){return tr("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(Wu.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<9;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},Wu=new Ve,yp=new Ve().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),bp=new Ve().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function f_(){let i={enabled:!0,workingColorSpace:Nn,spaces:{},convert:function(s,r,o){return this.enabled===!1||r===o||!r||!o||(this.spaces[r].transfer===xt&&(s.r=Qi(s.r),s.g=Qi(s.g),s.b=Qi(s.b)),this.spaces[r].primaries!==this.spaces[o].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===xt&&(s.r=Wr(s.r),s.g=Wr(s.g),s.b=Wr(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===hs?Wo:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,o){return s.copy(this.spaces[o].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[Nn]:{primaries:e,whitePoint:n,transfer:Wo,toXYZ:yp,fromXYZ:bp,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:gt},outputColorSpaceConfig:{drawingBufferColorSpace:gt}},[gt]:{primaries:e,whitePoint:n,transfer:xt,toXYZ:yp,fromXYZ:bp,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:gt}}}),i}var Ze=f_();function Qi(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function Wr(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var Pr,Gl=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{Pr===void 0&&(Pr=Yr("canvas")),Pr.width=e.width,Pr.height=e.height;let s=Pr.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),n=Pr}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Yr("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let s=n.getImageData(0,0,e.width,e.height),r=s.data;for(let o=0;o<r.length;o++)r[o]=Qi(r[o]/255)*255;return n.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(Qi(t[n]/255)*255):t[n]=Qi(t[n]);return{data:t,width:e.width,height:e.height}}else return Pe("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},p_=0,Zr=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:p_++}),this.uuid=Ui(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let o=0,a=s.length;o<a;o++)s[o].isDataTexture?r.push(Xu(s[o].image)):r.push(Xu(s[o]))}else r=Xu(s);n.url=r}return t||(e.images[this.uuid]=n),n}};function Xu(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?Gl.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(Pe("Texture: Unable to serialize Texture."),{})}var m_=0,qu=new U,rn=class i extends vi{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=ei,s=ei,r=sn,o=li,a=ci,c=Vn,l=i.DEFAULT_ANISOTROPY,h=hs){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:m_++}),this.uuid=Ui(),this.name="",this.source=new Zr(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=s,this.magFilter=r,this.minFilter=o,this.anisotropy=l,this.format=a,this.internalFormat=null,this.type=c,this.offset=new Le(0,0),this.repeat=new Le(1,1),this.center=new Le(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new Ve,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=h,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(qu).x}get height(){return this.source.getSize(qu).y}get depth(){return this.source.getSize(qu).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){Pe(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Pe(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&n&&s.isVector2&&n.isVector2||s&&n&&s.isVector3&&n.isVector3||s&&n&&s.isMatrix3&&n.isMatrix3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==kh)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Ii:e.x=e.x-Math.floor(e.x);break;case ei:e.x=e.x<0?0:1;break;case qr:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case Ii:e.y=e.y-Math.floor(e.y);break;case ei:e.y=e.y<0?0:1;break;case qr:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};rn.DEFAULT_IMAGE=null;rn.DEFAULT_MAPPING=kh;rn.DEFAULT_ANISOTROPY=1;var St=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,s=1){this.x=e,this.y=t,this.z=n,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,s){return this.x=e,this.y=t,this.z=n,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=this.w,o=e.elements;return this.x=o[0]*t+o[4]*n+o[8]*s+o[12]*r,this.y=o[1]*t+o[5]*n+o[9]*s+o[13]*r,this.z=o[2]*t+o[6]*n+o[10]*s+o[14]*r,this.w=o[3]*t+o[7]*n+o[11]*s+o[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,s,r,c=e.elements,l=c[0],h=c[4],u=c[8],d=c[1],f=c[5],_=c[9],y=c[2],g=c[6],m=c[10];if(Math.abs(h-d)<.01&&Math.abs(u-y)<.01&&Math.abs(_-g)<.01){if(Math.abs(h+d)<.1&&Math.abs(u+y)<.1&&Math.abs(_+g)<.1&&Math.abs(l+f+m-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let M=(l+1)/2,v=(f+1)/2,E=(m+1)/2,A=(h+d)/4,x=(u+y)/4,S=(_+g)/4;return M>v&&M>E?M<.01?(n=0,s=.707106781,r=.707106781):(n=Math.sqrt(M),s=A/n,r=x/n):v>E?v<.01?(n=.707106781,s=0,r=.707106781):(s=Math.sqrt(v),n=A/s,r=S/s):E<.01?(n=.707106781,s=.707106781,r=0):(r=Math.sqrt(E),n=x/r,s=S/r),this.set(n,s,r,t),this}let b=Math.sqrt((g-_)*(g-_)+(u-y)*(u-y)+(d-h)*(d-h));return Math.abs(b)<.001&&(b=1),this.x=(g-_)/b,this.y=(u-y)/b,this.z=(d-h)/b,this.w=Math.acos((l+f+m-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=je(this.x,e.x,t.x),this.y=je(this.y,e.y,t.y),this.z=je(this.z,e.z,t.z),this.w=je(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=je(this.x,e,t),this.y=je(this.y,e,t),this.z=je(this.z,e,t),this.w=je(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(je(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Wl=class extends vi{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:sn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new St(0,0,e,t),this.scissorTest=!1,this.viewport=new St(0,0,e,t),this.textures=[];let s=n.count;for(let r=0;r<s;r++)this.textures[r]=new rn({width:e,height:t,depth:n.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:sn,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=n,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new Zr(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Dn=class extends Wl{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},qo=class extends rn{constructor(e=null,t=1,n=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Wt,this.minFilter=Wt,this.wrapR=ei,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Xl=class extends rn{constructor(e=null,t=1,n=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Wt,this.minFilter=Wt,this.wrapR=ei,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var We=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,s,r,o,a,c,l,h,u,d,f,_,y,g){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,c,l,h,u,d,f,_,y,g)}set(e,t,n,s,r,o,a,c,l,h,u,d,f,_,y,g){let m=this.elements;return m[0]=e,m[4]=t,m[8]=n,m[12]=s,m[1]=r,m[5]=o,m[9]=a,m[13]=c,m[2]=l,m[6]=h,m[10]=u,m[14]=d,m[3]=f,m[7]=_,m[11]=y,m[15]=g,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,s=1/Ir.setFromMatrixColumn(e,0).length(),r=1/Ir.setFromMatrixColumn(e,1).length(),o=1/Ir.setFromMatrixColumn(e,2).length();return t[0]=n[0]*s,t[1]=n[1]*s,t[2]=n[2]*s,t[3]=0,t[4]=n[4]*r,t[5]=n[5]*r,t[6]=n[6]*r,t[7]=0,t[8]=n[8]*o,t[9]=n[9]*o,t[10]=n[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,s=e.y,r=e.z,o=Math.cos(n),a=Math.sin(n),c=Math.cos(s),l=Math.sin(s),h=Math.cos(r),u=Math.sin(r);if(e.order==="XYZ"){let d=o*h,f=o*u,_=a*h,y=a*u;t[0]=c*h,t[4]=-c*u,t[8]=l,t[1]=f+_*l,t[5]=d-y*l,t[9]=-a*c,t[2]=y-d*l,t[6]=_+f*l,t[10]=o*c}else if(e.order==="YXZ"){let d=c*h,f=c*u,_=l*h,y=l*u;t[0]=d+y*a,t[4]=_*a-f,t[8]=o*l,t[1]=o*u,t[5]=o*h,t[9]=-a,t[2]=f*a-_,t[6]=y+d*a,t[10]=o*c}else if(e.order==="ZXY"){let d=c*h,f=c*u,_=l*h,y=l*u;t[0]=d-y*a,t[4]=-o*u,t[8]=_+f*a,t[1]=f+_*a,t[5]=o*h,t[9]=y-d*a,t[2]=-o*l,t[6]=a,t[10]=o*c}else if(e.order==="ZYX"){let d=o*h,f=o*u,_=a*h,y=a*u;t[0]=c*h,t[4]=_*l-f,t[8]=d*l+y,t[1]=c*u,t[5]=y*l+d,t[9]=f*l-_,t[2]=-l,t[6]=a*c,t[10]=o*c}else if(e.order==="YZX"){let d=o*c,f=o*l,_=a*c,y=a*l;t[0]=c*h,t[4]=y-d*u,t[8]=_*u+f,t[1]=u,t[5]=o*h,t[9]=-a*h,t[2]=-l*h,t[6]=f*u+_,t[10]=d-y*u}else if(e.order==="XZY"){let d=o*c,f=o*l,_=a*c,y=a*l;t[0]=c*h,t[4]=-u,t[8]=l*h,t[1]=d*u+y,t[5]=o*h,t[9]=f*u-_,t[2]=_*u-f,t[6]=a*h,t[10]=y*u+d}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(g_,e,__)}lookAt(e,t,n){let s=this.elements;return Xn.subVectors(e,t),Xn.lengthSq()===0&&(Xn.z=1),Xn.normalize(),vs.crossVectors(n,Xn),vs.lengthSq()===0&&(Math.abs(n.z)===1?Xn.x+=1e-4:Xn.z+=1e-4,Xn.normalize(),vs.crossVectors(n,Xn)),vs.normalize(),cl.crossVectors(Xn,vs),s[0]=vs.x,s[4]=cl.x,s[8]=Xn.x,s[1]=vs.y,s[5]=cl.y,s[9]=Xn.y,s[2]=vs.z,s[6]=cl.z,s[10]=Xn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[4],c=n[8],l=n[12],h=n[1],u=n[5],d=n[9],f=n[13],_=n[2],y=n[6],g=n[10],m=n[14],b=n[3],M=n[7],v=n[11],E=n[15],A=s[0],x=s[4],S=s[8],L=s[12],C=s[1],I=s[5],O=s[9],k=s[13],P=s[2],G=s[6],X=s[10],H=s[14],ee=s[3],q=s[7],Q=s[11],te=s[15];return r[0]=o*A+a*C+c*P+l*ee,r[4]=o*x+a*I+c*G+l*q,r[8]=o*S+a*O+c*X+l*Q,r[12]=o*L+a*k+c*H+l*te,r[1]=h*A+u*C+d*P+f*ee,r[5]=h*x+u*I+d*G+f*q,r[9]=h*S+u*O+d*X+f*Q,r[13]=h*L+u*k+d*H+f*te,r[2]=_*A+y*C+g*P+m*ee,r[6]=_*x+y*I+g*G+m*q,r[10]=_*S+y*O+g*X+m*Q,r[14]=_*L+y*k+g*H+m*te,r[3]=b*A+M*C+v*P+E*ee,r[7]=b*x+M*I+v*G+E*q,r[11]=b*S+M*O+v*X+E*Q,r[15]=b*L+M*k+v*H+E*te,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[12],o=e[1],a=e[5],c=e[9],l=e[13],h=e[2],u=e[6],d=e[10],f=e[14],_=e[3],y=e[7],g=e[11],m=e[15],b=c*f-l*d,M=a*f-l*u,v=a*d-c*u,E=o*f-l*h,A=o*d-c*h,x=o*u-a*h;return t*(y*b-g*M+m*v)-n*(_*b-g*E+m*A)+s*(_*M-y*E+m*x)-r*(_*v-y*A+g*x)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[1],o=e[5],a=e[9],c=e[2],l=e[6],h=e[10];return t*(o*h-a*l)-n*(r*h-a*c)+s*(r*l-o*c)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],c=e[6],l=e[7],h=e[8],u=e[9],d=e[10],f=e[11],_=e[12],y=e[13],g=e[14],m=e[15],b=t*a-n*o,M=t*c-s*o,v=t*l-r*o,E=n*c-s*a,A=n*l-r*a,x=s*l-r*c,S=h*y-u*_,L=h*g-d*_,C=h*m-f*_,I=u*g-d*y,O=u*m-f*y,k=d*m-f*g,P=b*k-M*O+v*I+E*C-A*L+x*S;if(P===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let G=1/P;return e[0]=(a*k-c*O+l*I)*G,e[1]=(s*O-n*k-r*I)*G,e[2]=(y*x-g*A+m*E)*G,e[3]=(d*A-u*x-f*E)*G,e[4]=(c*C-o*k-l*L)*G,e[5]=(t*k-s*C+r*L)*G,e[6]=(g*v-_*x-m*M)*G,e[7]=(h*x-d*v+f*M)*G,e[8]=(o*O-a*C+l*S)*G,e[9]=(n*C-t*O-r*S)*G,e[10]=(_*A-y*v+m*b)*G,e[11]=(u*v-h*A-f*b)*G,e[12]=(a*L-o*I-c*S)*G,e[13]=(t*I-n*L+s*S)*G,e[14]=(y*M-_*E-g*b)*G,e[15]=(h*E-u*M+d*b)*G,this}scale(e){let t=this.elements,n=e.x,s=e.y,r=e.z;return t[0]*=n,t[4]*=s,t[8]*=r,t[1]*=n,t[5]*=s,t[9]*=r,t[2]*=n,t[6]*=s,t[10]*=r,t[3]*=n,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,s))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),s=Math.sin(t),r=1-n,o=e.x,a=e.y,c=e.z,l=r*o,h=r*a;return this.set(l*o+n,l*a-s*c,l*c+s*a,0,l*a+s*c,h*a+n,h*c-s*o,0,l*c-s*a,h*c+s*o,r*c*c+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,s,r,o){return this.set(1,n,r,0,e,1,o,0,t,s,1,0,0,0,0,1),this}compose(e,t,n){let s=this.elements,r=t._x,o=t._y,a=t._z,c=t._w,l=r+r,h=o+o,u=a+a,d=r*l,f=r*h,_=r*u,y=o*h,g=o*u,m=a*u,b=c*l,M=c*h,v=c*u,E=n.x,A=n.y,x=n.z;return s[0]=(1-(y+m))*E,s[1]=(f+v)*E,s[2]=(_-M)*E,s[3]=0,s[4]=(f-v)*A,s[5]=(1-(d+m))*A,s[6]=(g+b)*A,s[7]=0,s[8]=(_+M)*x,s[9]=(g-b)*x,s[10]=(1-(d+y))*x,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,n){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return n.set(1,1,1),t.identity(),this;let o=Ir.set(s[0],s[1],s[2]).length(),a=Ir.set(s[4],s[5],s[6]).length(),c=Ir.set(s[8],s[9],s[10]).length();r<0&&(o=-o),gi.copy(this);let l=1/o,h=1/a,u=1/c;return gi.elements[0]*=l,gi.elements[1]*=l,gi.elements[2]*=l,gi.elements[4]*=h,gi.elements[5]*=h,gi.elements[6]*=h,gi.elements[8]*=u,gi.elements[9]*=u,gi.elements[10]*=u,t.setFromRotationMatrix(gi),n.x=o,n.y=a,n.z=c,this}makePerspective(e,t,n,s,r,o,a=ti,c=!1){let l=this.elements,h=2*r/(t-e),u=2*r/(n-s),d=(t+e)/(t-e),f=(n+s)/(n-s),_,y;if(c)_=r/(o-r),y=o*r/(o-r);else if(a===ti)_=-(o+r)/(o-r),y=-2*o*r/(o-r);else if(a===$r)_=-o/(o-r),y=-o*r/(o-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return l[0]=h,l[4]=0,l[8]=d,l[12]=0,l[1]=0,l[5]=u,l[9]=f,l[13]=0,l[2]=0,l[6]=0,l[10]=_,l[14]=y,l[3]=0,l[7]=0,l[11]=-1,l[15]=0,this}makeOrthographic(e,t,n,s,r,o,a=ti,c=!1){let l=this.elements,h=2/(t-e),u=2/(n-s),d=-(t+e)/(t-e),f=-(n+s)/(n-s),_,y;if(c)_=1/(o-r),y=o/(o-r);else if(a===ti)_=-2/(o-r),y=-(o+r)/(o-r);else if(a===$r)_=-1/(o-r),y=-r/(o-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return l[0]=h,l[4]=0,l[8]=0,l[12]=d,l[1]=0,l[5]=u,l[9]=0,l[13]=f,l[2]=0,l[6]=0,l[10]=_,l[14]=y,l[3]=0,l[7]=0,l[11]=0,l[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<16;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},Ir=new U,gi=new We,g_=new U(0,0,0),__=new U(1,1,1),vs=new U,cl=new U,Xn=new U,Mp=new We,Sp=new An,yi=class i{constructor(e=0,t=0,n=0,s=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,s=this._order){return this._x=e,this._y=t,this._z=n,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let s=e.elements,r=s[0],o=s[4],a=s[8],c=s[1],l=s[5],h=s[9],u=s[2],d=s[6],f=s[10];switch(t){case"XYZ":this._y=Math.asin(je(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-h,f),this._z=Math.atan2(-o,r)):(this._x=Math.atan2(d,l),this._z=0);break;case"YXZ":this._x=Math.asin(-je(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(a,f),this._z=Math.atan2(c,l)):(this._y=Math.atan2(-u,r),this._z=0);break;case"ZXY":this._x=Math.asin(je(d,-1,1)),Math.abs(d)<.9999999?(this._y=Math.atan2(-u,f),this._z=Math.atan2(-o,l)):(this._y=0,this._z=Math.atan2(c,r));break;case"ZYX":this._y=Math.asin(-je(u,-1,1)),Math.abs(u)<.9999999?(this._x=Math.atan2(d,f),this._z=Math.atan2(c,r)):(this._x=0,this._z=Math.atan2(-o,l));break;case"YZX":this._z=Math.asin(je(c,-1,1)),Math.abs(c)<.9999999?(this._x=Math.atan2(-h,l),this._y=Math.atan2(-u,r)):(this._x=0,this._y=Math.atan2(a,f));break;case"XZY":this._z=Math.asin(-je(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(d,l),this._y=Math.atan2(a,r)):(this._x=Math.atan2(-h,f),this._y=0);break;default:Pe("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return Mp.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Mp,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Sp.setFromEuler(this),this.setFromQuaternion(Sp,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};yi.DEFAULT_ORDER="XYZ";var jr=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},x_=0,wp=new U,Lr=new An,$i=new We,ul=new U,No=new U,v_=new U,y_=new An,Tp=new U(1,0,0),Ap=new U(0,1,0),Ep=new U(0,0,1),Rp={type:"added"},b_={type:"removed"},Nr={type:"childadded",child:null},$u={type:"childremoved",child:null},Nt=class i extends vi{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:x_++}),this.uuid=Ui(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new U,t=new yi,n=new An,s=new U(1,1,1);function r(){n.setFromEuler(t,!1)}function o(){t.setFromQuaternion(n,void 0,!1)}t._onChange(r),n._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new We},normalMatrix:{value:new Ve}}),this.matrix=new We,this.matrixWorld=new We,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new jr,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return Lr.setFromAxisAngle(e,t),this.quaternion.multiply(Lr),this}rotateOnWorldAxis(e,t){return Lr.setFromAxisAngle(e,t),this.quaternion.premultiply(Lr),this}rotateX(e){return this.rotateOnAxis(Tp,e)}rotateY(e){return this.rotateOnAxis(Ap,e)}rotateZ(e){return this.rotateOnAxis(Ep,e)}translateOnAxis(e,t){return wp.copy(e).applyQuaternion(this.quaternion),this.position.add(wp.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Tp,e)}translateY(e){return this.translateOnAxis(Ap,e)}translateZ(e){return this.translateOnAxis(Ep,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4($i.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?ul.copy(e):ul.set(e,t,n);let s=this.parent;this.updateWorldMatrix(!0,!1),No.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?$i.lookAt(No,ul,this.up):$i.lookAt(ul,No,this.up),this.quaternion.setFromRotationMatrix($i),s&&($i.extractRotation(s.matrixWorld),Lr.setFromRotationMatrix($i),this.quaternion.premultiply(Lr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(ze("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(Rp),Nr.child=e,this.dispatchEvent(Nr),Nr.child=null):ze("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(b_),$u.child=e,this.dispatchEvent($u),$u.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),$i.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),$i.multiply(e.parent.matrixWorld)),e.applyMatrix4($i),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(Rp),Nr.child=e,this.dispatchEvent(Nr),Nr.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,s=this.children.length;n<s;n++){let o=this.children[n].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let s=this.children;for(let r=0,o=s.length;r<o;r++)s[r].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(No,e,v_),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(No,y_,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*n-r[8]*s,r[13]+=n-r[1]*t-r[5]*n-r[9]*s,r[14]+=s-r[2]*t-r[6]*n-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let r=this.children;for(let o=0,a=r.length;o<a;o++)r[o].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(a=>({...a})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(a,c){return a[c.uuid]===void 0&&(a[c.uuid]=c.toJSON(e)),c.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let c=a.shapes;if(Array.isArray(c))for(let l=0,h=c.length;l<h;l++){let u=c[l];r(e.shapes,u)}else r(e.shapes,c)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let c=0,l=this.material.length;c<l;c++)a.push(r(e.materials,this.material[c]));s.material=a}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let a=0;a<this.children.length;a++)s.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let a=0;a<this.animations.length;a++){let c=this.animations[a];s.animations.push(r(e.animations,c))}}if(t){let a=o(e.geometries),c=o(e.materials),l=o(e.textures),h=o(e.images),u=o(e.shapes),d=o(e.skeletons),f=o(e.animations),_=o(e.nodes);a.length>0&&(n.geometries=a),c.length>0&&(n.materials=c),l.length>0&&(n.textures=l),h.length>0&&(n.images=h),u.length>0&&(n.shapes=u),d.length>0&&(n.skeletons=d),f.length>0&&(n.animations=f),_.length>0&&(n.nodes=_)}return n.object=s,n;function o(a){let c=[];for(let l in a){let h=a[l];delete h.metadata,c.push(h)}return c}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let s=e.children[n];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};Nt.DEFAULT_UP=new U(0,1,0);Nt.DEFAULT_MATRIX_AUTO_UPDATE=!0;Nt.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var xn=class extends Nt{constructor(){super(),this.isGroup=!0,this.type="Group"}},M_={type:"move"},Jr=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new xn,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new xn,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new U,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new U),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new xn,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new U,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new U,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let s=null,r=null,o=null,a=this._targetRay,c=this._grip,l=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(l&&e.hand){o=!0;for(let y of e.hand.values()){let g=t.getJointPose(y,n),m=this._getHandJoint(l,y);g!==null&&(m.matrix.fromArray(g.transform.matrix),m.matrix.decompose(m.position,m.quaternion,m.scale),m.matrixWorldNeedsUpdate=!0,m.jointRadius=g.radius),m.visible=g!==null}let h=l.joints["index-finger-tip"],u=l.joints["thumb-tip"],d=h.position.distanceTo(u.position),f=.02,_=.005;l.inputState.pinching&&d>f+_?(l.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!l.inputState.pinching&&d<=f-_&&(l.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else c!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,n),r!==null&&(c.matrix.fromArray(r.transform.matrix),c.matrix.decompose(c.position,c.quaternion,c.scale),c.matrixWorldNeedsUpdate=!0,r.linearVelocity?(c.hasLinearVelocity=!0,c.linearVelocity.copy(r.linearVelocity)):c.hasLinearVelocity=!1,r.angularVelocity?(c.hasAngularVelocity=!0,c.angularVelocity.copy(r.angularVelocity)):c.hasAngularVelocity=!1,c.eventsEnabled&&c.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(s=t.getPose(e.targetRaySpace,n),s===null&&r!==null&&(s=r),s!==null&&(a.matrix.fromArray(s.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,s.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(s.linearVelocity)):a.hasLinearVelocity=!1,s.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(s.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(M_)))}return a!==null&&(a.visible=s!==null),c!==null&&(c.visible=r!==null),l!==null&&(l.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new xn;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},Gm={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},ys={h:0,s:0,l:0},hl={h:0,s:0,l:0};function Yu(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var pe=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=gt){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,Ze.colorSpaceToWorking(this,t),this}setRGB(e,t,n,s=Ze.workingColorSpace){return this.r=e,this.g=t,this.b=n,Ze.colorSpaceToWorking(this,s),this}setHSL(e,t,n,s=Ze.workingColorSpace){if(e=jh(e,1),t=je(t,0,1),n=je(n,0,1),t===0)this.r=this.g=this.b=n;else{let r=n<=.5?n*(1+t):n+t-n*t,o=2*n-r;this.r=Yu(o,r,e+1/3),this.g=Yu(o,r,e),this.b=Yu(o,r,e-1/3)}return Ze.colorSpaceToWorking(this,s),this}setStyle(e,t=gt){function n(r){r!==void 0&&parseFloat(r)<1&&Pe("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,o=s[1],a=s[2];switch(o){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Pe("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],o=r.length;if(o===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(r,16),t);Pe("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=gt){let n=Gm[e.toLowerCase()];return n!==void 0?this.setHex(n,t):Pe("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=Qi(e.r),this.g=Qi(e.g),this.b=Qi(e.b),this}copyLinearToSRGB(e){return this.r=Wr(e.r),this.g=Wr(e.g),this.b=Wr(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=gt){return Ze.workingToColorSpace(Tn.copy(this),e),Math.round(je(Tn.r*255,0,255))*65536+Math.round(je(Tn.g*255,0,255))*256+Math.round(je(Tn.b*255,0,255))}getHexString(e=gt){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=Ze.workingColorSpace){Ze.workingToColorSpace(Tn.copy(this),t);let n=Tn.r,s=Tn.g,r=Tn.b,o=Math.max(n,s,r),a=Math.min(n,s,r),c,l,h=(a+o)/2;if(a===o)c=0,l=0;else{let u=o-a;switch(l=h<=.5?u/(o+a):u/(2-o-a),o){case n:c=(s-r)/u+(s<r?6:0);break;case s:c=(r-n)/u+2;break;case r:c=(n-s)/u+4;break}c/=6}return e.h=c,e.s=l,e.l=h,e}getRGB(e,t=Ze.workingColorSpace){return Ze.workingToColorSpace(Tn.copy(this),t),e.r=Tn.r,e.g=Tn.g,e.b=Tn.b,e}getStyle(e=gt){Ze.workingToColorSpace(Tn.copy(this),e);let t=Tn.r,n=Tn.g,s=Tn.b;return e!==gt?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(s*255)})`}offsetHSL(e,t,n){return this.getHSL(ys),this.setHSL(ys.h+e,ys.s+t,ys.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(ys),e.getHSL(hl);let n=Go(ys.h,hl.h,t),s=Go(ys.s,hl.s,t),r=Go(ys.l,hl.l,t);return this.setHSL(n,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*n+r[6]*s,this.g=r[1]*t+r[4]*n+r[7]*s,this.b=r[2]*t+r[5]*n+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Tn=new pe;pe.NAMES=Gm;var ts=class extends Nt{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new yi,this.environmentIntensity=1,this.environmentRotation=new yi,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},_i=new U,Yi=new U,Ku=new U,Ki=new U,Dr=new U,Ur=new U,Cp=new U,Zu=new U,ju=new U,Ju=new U,Qu=new St,eh=new St,th=new St,Ts=class i{constructor(e=new U,t=new U,n=new U){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,s){s.subVectors(n,t),_i.subVectors(e,t),s.cross(_i);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,n,s,r){_i.subVectors(s,t),Yi.subVectors(n,t),Ku.subVectors(e,t);let o=_i.dot(_i),a=_i.dot(Yi),c=_i.dot(Ku),l=Yi.dot(Yi),h=Yi.dot(Ku),u=o*l-a*a;if(u===0)return r.set(0,0,0),null;let d=1/u,f=(l*c-a*h)*d,_=(o*h-a*c)*d;return r.set(1-f-_,_,f)}static containsPoint(e,t,n,s){return this.getBarycoord(e,t,n,s,Ki)===null?!1:Ki.x>=0&&Ki.y>=0&&Ki.x+Ki.y<=1}static getInterpolation(e,t,n,s,r,o,a,c){return this.getBarycoord(e,t,n,s,Ki)===null?(c.x=0,c.y=0,"z"in c&&(c.z=0),"w"in c&&(c.w=0),null):(c.setScalar(0),c.addScaledVector(r,Ki.x),c.addScaledVector(o,Ki.y),c.addScaledVector(a,Ki.z),c)}static getInterpolatedAttribute(e,t,n,s,r,o){return Qu.setScalar(0),eh.setScalar(0),th.setScalar(0),Qu.fromBufferAttribute(e,t),eh.fromBufferAttribute(e,n),th.fromBufferAttribute(e,s),o.setScalar(0),o.addScaledVector(Qu,r.x),o.addScaledVector(eh,r.y),o.addScaledVector(th,r.z),o}static isFrontFacing(e,t,n,s){return _i.subVectors(n,t),Yi.subVectors(e,t),_i.cross(Yi).dot(s)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,s){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,n,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return _i.subVectors(this.c,this.b),Yi.subVectors(this.a,this.b),_i.cross(Yi).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,s,r){return i.getInterpolation(e,this.a,this.b,this.c,t,n,s,r)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,s=this.b,r=this.c,o,a;Dr.subVectors(s,n),Ur.subVectors(r,n),Zu.subVectors(e,n);let c=Dr.dot(Zu),l=Ur.dot(Zu);if(c<=0&&l<=0)return t.copy(n);ju.subVectors(e,s);let h=Dr.dot(ju),u=Ur.dot(ju);if(h>=0&&u<=h)return t.copy(s);let d=c*u-h*l;if(d<=0&&c>=0&&h<=0&&c-h>0)return o=c/(c-h),t.copy(n).addScaledVector(Dr,o);Ju.subVectors(e,r);let f=Dr.dot(Ju),_=Ur.dot(Ju);if(_>=0&&f<=_)return t.copy(r);let y=f*l-c*_;if(y<=0&&l>=0&&_<=0)return a=l/(l-_),t.copy(n).addScaledVector(Ur,a);let g=h*_-f*u;if(g<=0&&u-h>=0&&f-_>=0)return Cp.subVectors(r,s),a=(u-h)/(u-h+(f-_)),t.copy(s).addScaledVector(Cp,a);let m=1/(g+y+d);return o=y*m,a=d*m,t.copy(n).addScaledVector(Dr,o).addScaledVector(Ur,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},En=class{constructor(e=new U(1/0,1/0,1/0),t=new U(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(xi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(xi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=xi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let r=n.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=r.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,xi):xi.fromBufferAttribute(r,o),xi.applyMatrix4(e.matrixWorld),this.expandByPoint(xi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),dl.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),dl.copy(n.boundingBox)),dl.applyMatrix4(e.matrixWorld),this.union(dl)}let s=e.children;for(let r=0,o=s.length;r<o;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,xi),xi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(Do),fl.subVectors(this.max,Do),Or.subVectors(e.a,Do),Fr.subVectors(e.b,Do),kr.subVectors(e.c,Do),bs.subVectors(Fr,Or),Ms.subVectors(kr,Fr),js.subVectors(Or,kr);let t=[0,-bs.z,bs.y,0,-Ms.z,Ms.y,0,-js.z,js.y,bs.z,0,-bs.x,Ms.z,0,-Ms.x,js.z,0,-js.x,-bs.y,bs.x,0,-Ms.y,Ms.x,0,-js.y,js.x,0];return!nh(t,Or,Fr,kr,fl)||(t=[1,0,0,0,1,0,0,0,1],!nh(t,Or,Fr,kr,fl))?!1:(pl.crossVectors(bs,Ms),t=[pl.x,pl.y,pl.z],nh(t,Or,Fr,kr,fl))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,xi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(xi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(Zi[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),Zi[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),Zi[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),Zi[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),Zi[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),Zi[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),Zi[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),Zi[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(Zi),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},Zi=[new U,new U,new U,new U,new U,new U,new U,new U],xi=new U,dl=new En,Or=new U,Fr=new U,kr=new U,bs=new U,Ms=new U,js=new U,Do=new U,fl=new U,pl=new U,Js=new U;function nh(i,e,t,n,s){for(let r=0,o=i.length-3;r<=o;r+=3){Js.fromArray(i,r);let a=s.x*Math.abs(Js.x)+s.y*Math.abs(Js.y)+s.z*Math.abs(Js.z),c=e.dot(Js),l=t.dot(Js),h=n.dot(Js);if(Math.max(-Math.max(c,l,h),Math.min(c,l,h))>a)return!1}return!0}var Kt=new U,ml=new Le,S_=0,wt=class extends vi{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:S_++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=Kh,this.updateRanges=[],this.gpuType=$n,this.version=0,this._normalizationScale=e!==void 0?Xc(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[n+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)ml.fromBufferAttribute(this,t),ml.applyMatrix3(e),this.setXY(t,ml.x,ml.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)Kt.fromBufferAttribute(this,t),Kt.applyMatrix3(e),this.setXYZ(t,Kt.x,Kt.y,Kt.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)Kt.fromBufferAttribute(this,t),Kt.applyMatrix4(e),this.setXYZ(t,Kt.x,Kt.y,Kt.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)Kt.fromBufferAttribute(this,t),Kt.applyNormalMatrix(e),this.setXYZ(t,Kt.x,Kt.y,Kt.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)Kt.fromBufferAttribute(this,t),Kt.transformDirection(e),this.setXYZ(t,Kt.x,Kt.y,Kt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this}setXYZW(e,t,n,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):Qh(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):ed(e,this.array)}},$o=class extends wt{constructor(e,t,n){super(new Int8Array(e),t,n)}},Yo=class extends wt{constructor(e,t,n){super(new Uint8Array(e),t,n)}};var Ko=class extends wt{constructor(e,t,n){super(new Int16Array(e),t,n)}},rr=class extends wt{constructor(e,t,n){super(new Uint16Array(e),t,n)}},Zo=class extends wt{constructor(e,t,n){super(new Int32Array(e),t,n)}},or=class extends wt{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var at=class extends wt{constructor(e,t,n){super(new Float32Array(e),t,n)}},w_=new En,Uo=new U,ih=new U,Bn=class{constructor(e=new U,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):w_.setFromPoints(e).getCenter(n);let s=0;for(let r=0,o=e.length;r<o;r++)s=Math.max(s,n.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;Uo.subVectors(e,this.center);let t=Uo.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),s=(n-this.radius)*.5;this.center.addScaledVector(Uo,s/n),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(ih.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(Uo.copy(e.center).add(ih)),this.expandByPoint(Uo.copy(e.center).sub(ih))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},T_=0,Qn=new We,sh=new Nt,Br=new U,qn=new En,Oo=new En,fn=new U,It=class i extends vi{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:T_++}),this.uuid=Ui(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(Z0(e)?or:rr)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let r=new Ve().getNormalMatrix(e);n.applyNormalMatrix(r),n.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return Qn.makeRotationFromQuaternion(e),this.applyMatrix4(Qn),this}rotateX(e){return Qn.makeRotationX(e),this.applyMatrix4(Qn),this}rotateY(e){return Qn.makeRotationY(e),this.applyMatrix4(Qn),this}rotateZ(e){return Qn.makeRotationZ(e),this.applyMatrix4(Qn),this}translate(e,t,n){return Qn.makeTranslation(e,t,n),this.applyMatrix4(Qn),this}scale(e,t,n){return Qn.makeScale(e,t,n),this.applyMatrix4(Qn),this}lookAt(e){return sh.lookAt(e),sh.updateMatrix(),this.applyMatrix4(sh.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Br).negate(),this.translate(Br.x,Br.y,Br.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let s=0,r=e.length;s<r;s++){let o=e[s];n.push(o.x,o.y,o.z||0)}this.setAttribute("position",new at(n,3))}else{let n=Math.min(e.length,t.count);for(let s=0;s<n;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Pe("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new En);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){ze("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new U(-1/0,-1/0,-1/0),new U(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,s=t.length;n<s;n++){let r=t[n];qn.setFromBufferAttribute(r),this.morphTargetsRelative?(fn.addVectors(this.boundingBox.min,qn.min),this.boundingBox.expandByPoint(fn),fn.addVectors(this.boundingBox.max,qn.max),this.boundingBox.expandByPoint(fn)):(this.boundingBox.expandByPoint(qn.min),this.boundingBox.expandByPoint(qn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&ze('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Bn);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){ze("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new U,1/0);return}if(e){let n=this.boundingSphere.center;if(qn.setFromBufferAttribute(e),t)for(let r=0,o=t.length;r<o;r++){let a=t[r];Oo.setFromBufferAttribute(a),this.morphTargetsRelative?(fn.addVectors(qn.min,Oo.min),qn.expandByPoint(fn),fn.addVectors(qn.max,Oo.max),qn.expandByPoint(fn)):(qn.expandByPoint(Oo.min),qn.expandByPoint(Oo.max))}qn.getCenter(n);let s=0;for(let r=0,o=e.count;r<o;r++)fn.fromBufferAttribute(e,r),s=Math.max(s,n.distanceToSquared(fn));if(t)for(let r=0,o=t.length;r<o;r++){let a=t[r],c=this.morphTargetsRelative;for(let l=0,h=a.count;l<h;l++)fn.fromBufferAttribute(a,l),c&&(Br.fromBufferAttribute(e,l),fn.add(Br)),s=Math.max(s,n.distanceToSquared(fn))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&ze('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){ze("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,s=t.normal,r=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==n.count)&&(o=new wt(new Float32Array(4*n.count),4),this.setAttribute("tangent",o));let a=[],c=[],l=new Uint8Array(n.count);for(let L=0;L<n.count;L++)a[L]=new U,c[L]=new U;let h=new U,u=new U,d=new U,f=new Le,_=new Le,y=new Le,g=new U,m=new U;function b(L,C,I){l[L]=l[C]=l[I]=1,h.fromBufferAttribute(n,L),u.fromBufferAttribute(n,C),d.fromBufferAttribute(n,I),f.fromBufferAttribute(r,L),_.fromBufferAttribute(r,C),y.fromBufferAttribute(r,I),u.sub(h),d.sub(h),_.sub(f),y.sub(f);let O=1/(_.x*y.y-y.x*_.y);isFinite(O)&&(g.copy(u).multiplyScalar(y.y).addScaledVector(d,-_.y).multiplyScalar(O),m.copy(d).multiplyScalar(_.x).addScaledVector(u,-y.x).multiplyScalar(O),a[L].add(g),a[C].add(g),a[I].add(g),c[L].add(m),c[C].add(m),c[I].add(m))}let M=this.groups;M.length===0&&(M=[{start:0,count:e.count}]);for(let L=0,C=M.length;L<C;++L){let I=M[L],O=I.start,k=I.count;for(let P=O,G=O+k;P<G;P+=3)b(e.getX(P+0),e.getX(P+1),e.getX(P+2))}let v=new U,E=new U,A=new U,x=new U;function S(L){A.fromBufferAttribute(s,L),x.copy(A);let C=a[L];v.copy(C),v.sub(A.multiplyScalar(A.dot(C))).normalize(),E.crossVectors(x,C);let O=E.dot(c[L])<0?-1:1;o.setXYZW(L,v.x,v.y,v.z,O)}for(let L=0,C=n.count;L<C;++L)l[L]&&S(L);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new wt(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let d=0,f=n.count;d<f;d++)n.setXYZ(d,0,0,0);let s=new U,r=new U,o=new U,a=new U,c=new U,l=new U,h=new U,u=new U;if(e)for(let d=0,f=e.count;d<f;d+=3){let _=e.getX(d+0),y=e.getX(d+1),g=e.getX(d+2);s.fromBufferAttribute(t,_),r.fromBufferAttribute(t,y),o.fromBufferAttribute(t,g),h.subVectors(o,r),u.subVectors(s,r),h.cross(u),a.fromBufferAttribute(n,_),c.fromBufferAttribute(n,y),l.fromBufferAttribute(n,g),a.add(h),c.add(h),l.add(h),n.setXYZ(_,a.x,a.y,a.z),n.setXYZ(y,c.x,c.y,c.z),n.setXYZ(g,l.x,l.y,l.z)}else for(let d=0,f=t.count;d<f;d+=3)s.fromBufferAttribute(t,d+0),r.fromBufferAttribute(t,d+1),o.fromBufferAttribute(t,d+2),h.subVectors(o,r),u.subVectors(s,r),h.cross(u),n.setXYZ(d+0,h.x,h.y,h.z),n.setXYZ(d+1,h.x,h.y,h.z),n.setXYZ(d+2,h.x,h.y,h.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)fn.fromBufferAttribute(e,t),fn.normalize(),e.setXYZ(t,fn.x,fn.y,fn.z)}toNonIndexed(){function e(a,c){let l=a.array,h=a.itemSize,u=a.normalized,d=new l.constructor(c.length*h),f=0,_=0;for(let y=0,g=c.length;y<g;y++){a.isInterleavedBufferAttribute?f=c[y]*a.data.stride+a.offset:f=c[y]*h;for(let m=0;m<h;m++)d[_++]=l[f++]}return new wt(d,h,u)}if(this.index===null)return Pe("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,s=this.attributes;for(let a in s){let c=s[a],l=e(c,n);t.setAttribute(a,l)}let r=this.morphAttributes;for(let a in r){let c=[],l=r[a];for(let h=0,u=l.length;h<u;h++){let d=l[h],f=e(d,n);c.push(f)}t.morphAttributes[a]=c}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,c=o.length;a<c;a++){let l=o[a];t.addGroup(l.start,l.count,l.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let c=this.parameters;for(let l in c)c[l]!==void 0&&(e[l]=c[l]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let c in n){let l=n[c];e.data.attributes[c]=l.toJSON(e.data)}let s={},r=!1;for(let c in this.morphAttributes){let l=this.morphAttributes[c],h=[];for(let u=0,d=l.length;u<d;u++){let f=l[u];h.push(f.toJSON(e.data))}h.length>0&&(s[c]=h,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let s=e.attributes;for(let l in s){let h=s[l];this.setAttribute(l,h.clone(t))}let r=e.morphAttributes;for(let l in r){let h=[],u=r[l];for(let d=0,f=u.length;d<f;d++)h.push(u[d].clone(t));this.morphAttributes[l]=h}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let l=0,h=o.length;l<h;l++){let u=o[l];this.addGroup(u.start,u.count,u.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let c=e.boundingSphere;return c!==null&&(this.boundingSphere=c.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}},Qr=class{constructor(e,t){this.isInterleavedBuffer=!0,this.array=e,this.stride=t,this.count=e!==void 0?e.length/t:0,this.usage=Kh,this.updateRanges=[],this.version=0,this.uuid=Ui()}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.array=new e.array.constructor(e.array),this.count=e.count,this.stride=e.stride,this.usage=e.usage,this}copyAt(e,t,n){e*=this.stride,n*=t.stride;for(let s=0,r=this.stride;s<r;s++)this.array[e+s]=t.array[n+s];return this}set(e,t=0){return this.array.set(e,t),this}clone(e){e.arrayBuffers===void 0&&(e.arrayBuffers={});let t=Pp(this.array);e.arrayBuffers[t]===void 0&&(e.arrayBuffers[t]=this.array.slice(0).buffer);let n=new this.array.constructor(e.arrayBuffers[t]),s=new this.constructor(n,this.stride);return s.setUsage(this.usage),s}onUpload(e){return this.onUploadCallback=e,this}toJSON(e){e.arrayBuffers===void 0&&(e.arrayBuffers={});let t=Pp(this.array);e.arrayBuffers[t]===void 0&&(e.arrayBuffers[t]=Array.from(new Uint32Array(this.array.slice(0).buffer)));let n={uuid:this.uuid,buffer:t,type:this.array.constructor.name,stride:this.stride};return n.usage=this.usage,n}};function Pp(i){return i.buffer._uuid===void 0&&(i.buffer._uuid=Ui()),i.byteOffset===0&&i.byteLength===i.buffer.byteLength?i.buffer._uuid:i.buffer._uuid+":"+i.byteOffset+":"+i.byteLength}var In=new U,eo=class i{constructor(e,t,n,s=!1){this.isInterleavedBufferAttribute=!0,this.name="",this.data=e,this.itemSize=t,this.offset=n,this.normalized=s,this._normalizationScale=e!==void 0?Xc(e.array):void 0}get count(){return this.data.count}get array(){return this.data.array}set needsUpdate(e){this.data.needsUpdate=e}applyMatrix4(e){for(let t=0,n=this.data.count;t<n;t++)In.fromBufferAttribute(this,t),In.applyMatrix4(e),this.setXYZ(t,In.x,In.y,In.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)In.fromBufferAttribute(this,t),In.applyNormalMatrix(e),this.setXYZ(t,In.x,In.y,In.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)In.fromBufferAttribute(this,t),In.transformDirection(e),this.setXYZ(t,In.x,In.y,In.z);return this}getComponent(e,t){let n=this.array[e*this.data.stride+this.offset+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.data.array[e*this.data.stride+this.offset+t]=n,this}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset]=t,this}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset+1]=t,this}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset+2]=t,this}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset+3]=t,this}getX(e){let t=this.data.array[e*this.data.stride+this.offset];return this.normalized&&(t=this._denormalize(t)),t}getY(e){let t=this.data.array[e*this.data.stride+this.offset+1];return this.normalized&&(t=this._denormalize(t)),t}getZ(e){let t=this.data.array[e*this.data.stride+this.offset+2];return this.normalized&&(t=this._denormalize(t)),t}getW(e){let t=this.data.array[e*this.data.stride+this.offset+3];return this.normalized&&(t=this._denormalize(t)),t}setXY(e,t,n){return e=e*this.data.stride+this.offset,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.data.array[e+0]=t,this.data.array[e+1]=n,this}setXYZ(e,t,n,s){return e=e*this.data.stride+this.offset,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.data.array[e+0]=t,this.data.array[e+1]=n,this.data.array[e+2]=s,this}setXYZW(e,t,n,s,r){return e=e*this.data.stride+this.offset,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),r=this._normalize(r)),this.data.array[e+0]=t,this.data.array[e+1]=n,this.data.array[e+2]=s,this.data.array[e+3]=r,this}clone(e){if(e===void 0){Xo("InterleavedBufferAttribute.clone(): Cloning an interleaved buffer attribute will de-interleave buffer data.");let t=[];for(let n=0;n<this.count;n++){let s=n*this.data.stride+this.offset;for(let r=0;r<this.itemSize;r++)t.push(this.data.array[s+r])}return new wt(new this.array.constructor(t),this.itemSize,this.normalized)}else return e.interleavedBuffers===void 0&&(e.interleavedBuffers={}),e.interleavedBuffers[this.data.uuid]===void 0&&(e.interleavedBuffers[this.data.uuid]=this.data.clone(e)),new i(e.interleavedBuffers[this.data.uuid],this.itemSize,this.offset,this.normalized)}toJSON(e){if(e===void 0){Xo("InterleavedBufferAttribute.toJSON(): Serializing an interleaved buffer attribute will de-interleave buffer data.");let t=[];for(let n=0;n<this.count;n++){let s=n*this.data.stride+this.offset;for(let r=0;r<this.itemSize;r++)t.push(this.data.array[s+r])}return{itemSize:this.itemSize,type:this.array.constructor.name,array:t,normalized:this.normalized}}else return e.interleavedBuffers===void 0&&(e.interleavedBuffers={}),e.interleavedBuffers[this.data.uuid]===void 0&&(e.interleavedBuffers[this.data.uuid]=this.data.toJSON(e)),{isInterleavedBufferAttribute:!0,itemSize:this.itemSize,data:this.data.uuid,offset:this.offset,normalized:this.normalized}}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):Qh(e,this.data.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):ed(e,this.data.array)}},rh=new U,A_=new U,E_=new Ve,Ln=class{constructor(e=new U(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,s){return this.normal.set(e,t,n),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let s=rh.subVectors(n,t).cross(A_.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let s=e.delta(rh),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/r;return n===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(s,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||E_.getNormalMatrix(e),s=this.coplanarPoint(rh).applyMatrix4(e),r=this.normal.applyMatrix3(n).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},R_=0,Xt=class extends vi{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:R_++}),this.uuid=Ui(),this.name="",this.type="Material",this.blending=lo,this.side=oi,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Ph,this.blendDst=Ih,this.blendEquation=pr,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new pe(0,0,0),this.blendAlpha=0,this.depthFunc=Xr,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Nm,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Ul,this.stencilZFail=Ul,this.stencilZPass=Ul,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){Pe(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Pe(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(n):s&&s.isVector2&&n&&n.isVector2||s&&s.isEuler&&n&&n.isEuler||s&&s.isVector3&&n&&n.isVector3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function s(r){let o=[];for(let a in r){let c=r[a];delete c.metadata,o.push(c)}return o}if(t){let r=s(e.textures),o=s(e.images);r.length>0&&(n.textures=r),o.length>0&&(n.images=o)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new pe().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new Ln().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new Le().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new Le().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let s=t.length;n=new Array(s);for(let r=0;r!==s;++r)n[r]=t[r].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var ji=new U,oh=new U,gl=new U,_l=new U,Li=class{constructor(e=new U,t=new U(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,ji)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=ji.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(ji.copy(this.origin).addScaledVector(this.direction,t),ji.distanceToSquared(e))}distanceSqToSegment(e,t,n,s){oh.copy(e).add(t).multiplyScalar(.5),gl.copy(t).sub(e).normalize(),_l.copy(this.origin).sub(oh);let r=e.distanceTo(t)*.5,o=-this.direction.dot(gl),a=_l.dot(this.direction),c=-_l.dot(gl),l=_l.lengthSq(),h=Math.abs(1-o*o),u,d,f,_;if(h>0)if(u=o*c-a,d=o*a-c,_=r*h,u>=0)if(d>=-_)if(d<=_){let y=1/h;u*=y,d*=y,f=u*(u+o*d+2*a)+d*(o*u+d+2*c)+l}else d=r,u=Math.max(0,-(o*d+a)),f=-u*u+d*(d+2*c)+l;else d=-r,u=Math.max(0,-(o*d+a)),f=-u*u+d*(d+2*c)+l;else d<=-_?(u=Math.max(0,-(-o*r+a)),d=u>0?-r:Math.min(Math.max(-r,-c),r),f=-u*u+d*(d+2*c)+l):d<=_?(u=0,d=Math.min(Math.max(-r,-c),r),f=d*(d+2*c)+l):(u=Math.max(0,-(o*r+a)),d=u>0?r:Math.min(Math.max(-r,-c),r),f=-u*u+d*(d+2*c)+l);else d=o>0?-r:r,u=Math.max(0,-(o*d+a)),f=-u*u+d*(d+2*c)+l;return n&&n.copy(this.origin).addScaledVector(this.direction,u),s&&s.copy(oh).addScaledVector(gl,d),f}intersectSphere(e,t){if(e.radius<0)return null;ji.subVectors(e.center,this.origin);let n=ji.dot(this.direction),s=ji.dot(ji)-n*n,r=e.radius*e.radius;if(s>r)return null;let o=Math.sqrt(r-s),a=n-o,c=n+o;return c<0?null:a<0?this.at(c,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,s,r,o,a,c,l=1/this.direction.x,h=1/this.direction.y,u=1/this.direction.z,d=this.origin;return l>=0?(n=(e.min.x-d.x)*l,s=(e.max.x-d.x)*l):(n=(e.max.x-d.x)*l,s=(e.min.x-d.x)*l),h>=0?(r=(e.min.y-d.y)*h,o=(e.max.y-d.y)*h):(r=(e.max.y-d.y)*h,o=(e.min.y-d.y)*h),n>o||r>s||((r>n||isNaN(n))&&(n=r),(o<s||isNaN(s))&&(s=o),u>=0?(a=(e.min.z-d.z)*u,c=(e.max.z-d.z)*u):(a=(e.max.z-d.z)*u,c=(e.min.z-d.z)*u),n>c||a>s)||((a>n||n!==n)&&(n=a),(c<s||s!==s)&&(s=c),s<0)?null:this.at(n>=0?n:s,t)}intersectsBox(e){return this.intersectBox(e,ji)!==null}intersectTriangle(e,t,n,s,r){let o=this.origin,a=this.direction,c=a.x,l=a.y,h=a.z,u=e.x-o.x,d=e.y-o.y,f=e.z-o.z,_=t.x-o.x,y=t.y-o.y,g=t.z-o.z,m=n.x-o.x,b=n.y-o.y,M=n.z-o.z,v=Math.abs(c),E=Math.abs(l),A=Math.abs(h),x,S,L,C,I,O,k,P,G,X,H,ee;if(v>=E&&v>=A?(L=c,O=u,G=_,ee=m,c>=0?(x=l,S=h,C=d,I=f,k=y,P=g,X=b,H=M):(x=h,S=l,C=f,I=d,k=g,P=y,X=M,H=b)):E>=A?(L=l,O=d,G=y,ee=b,l>=0?(x=h,S=c,C=f,I=u,k=g,P=_,X=M,H=m):(x=c,S=h,C=u,I=f,k=_,P=g,X=m,H=M)):(L=h,O=f,G=g,ee=M,h>=0?(x=c,S=l,C=u,I=d,k=_,P=y,X=m,H=b):(x=l,S=c,C=d,I=u,k=y,P=_,X=b,H=m)),L===0)return null;let q=x/L,Q=S/L,te=1/L,Ae=C-q*O,De=I-Q*O,K=k-q*G,_e=P-Q*G,Se=X-q*ee,Oe=H-Q*ee,xe=Se*_e-Oe*K,Xe=Ae*Oe-De*Se,$t=K*De-_e*Ae;if(s){if(xe<0||Xe<0||$t<0)return null}else if((xe<0||Xe<0||$t<0)&&(xe>0||Xe>0||$t>0))return null;let Be=xe+Xe+$t;if(Be===0)return null;let vt=te*(xe*O+Xe*G+$t*ee);return(Be>0?vt<0:vt>0)?null:this.at(vt/Be,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},vn=class extends Xt{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new pe(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new yi,this.combine=ba,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},Ip=new We,Qs=new Li,xl=new Bn,Lp=new U,vl=new U,yl=new U,bl=new U,ah=new U,Ml=new U,Np=new U,Sl=new U,dt=class extends Nt{constructor(e=new It,t=new vn){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}getVertexPosition(e,t){let n=this.geometry,s=n.attributes.position,r=n.morphAttributes.position,o=n.morphTargetsRelative;t.fromBufferAttribute(s,e);let a=this.morphTargetInfluences;if(r&&a){Ml.set(0,0,0);for(let c=0,l=r.length;c<l;c++){let h=a[c],u=r[c];h!==0&&(ah.fromBufferAttribute(u,e),o?Ml.addScaledVector(ah,h):Ml.addScaledVector(ah.sub(t),h))}t.add(Ml)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),xl.copy(n.boundingSphere),xl.applyMatrix4(r),Qs.copy(e.ray).recast(e.near),!(xl.containsPoint(Qs.origin)===!1&&(Qs.intersectSphere(xl,Lp)===null||Qs.origin.distanceToSquared(Lp)>(e.far-e.near)**2))&&(Ip.copy(r).invert(),Qs.copy(e.ray).applyMatrix4(Ip),!(n.boundingBox!==null&&Qs.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,Qs)))}_computeIntersections(e,t,n){let s,r=this.geometry,o=this.material,a=r.index,c=r.attributes.position,l=r.attributes.uv,h=r.attributes.uv1,u=r.attributes.normal,d=r.groups,f=r.drawRange;if(a!==null)if(Array.isArray(o))for(let _=0,y=d.length;_<y;_++){let g=d[_],m=o[g.materialIndex],b=Math.max(g.start,f.start),M=Math.min(a.count,Math.min(g.start+g.count,f.start+f.count));for(let v=b,E=M;v<E;v+=3){let A=a.getX(v),x=a.getX(v+1),S=a.getX(v+2);s=wl(this,m,e,n,l,h,u,A,x,S),s&&(s.faceIndex=Math.floor(v/3),s.face.materialIndex=g.materialIndex,t.push(s))}}else{let _=Math.max(0,f.start),y=Math.min(a.count,f.start+f.count);for(let g=_,m=y;g<m;g+=3){let b=a.getX(g),M=a.getX(g+1),v=a.getX(g+2);s=wl(this,o,e,n,l,h,u,b,M,v),s&&(s.faceIndex=Math.floor(g/3),t.push(s))}}else if(c!==void 0)if(Array.isArray(o))for(let _=0,y=d.length;_<y;_++){let g=d[_],m=o[g.materialIndex],b=Math.max(g.start,f.start),M=Math.min(c.count,Math.min(g.start+g.count,f.start+f.count));for(let v=b,E=M;v<E;v+=3){let A=v,x=v+1,S=v+2;s=wl(this,m,e,n,l,h,u,A,x,S),s&&(s.faceIndex=Math.floor(v/3),s.face.materialIndex=g.materialIndex,t.push(s))}}else{let _=Math.max(0,f.start),y=Math.min(c.count,f.start+f.count);for(let g=_,m=y;g<m;g+=3){let b=g,M=g+1,v=g+2;s=wl(this,o,e,n,l,h,u,b,M,v),s&&(s.faceIndex=Math.floor(g/3),t.push(s))}}}};function C_(i,e,t,n,s,r,o,a){let c;if(e.side===on?c=n.intersectTriangle(o,r,s,!0,a):c=n.intersectTriangle(s,r,o,e.side===oi,a),c===null)return null;Sl.copy(a),Sl.applyMatrix4(i.matrixWorld);let l=t.ray.origin.distanceTo(Sl);return l<t.near||l>t.far?null:{distance:l,point:Sl.clone(),object:i}}function wl(i,e,t,n,s,r,o,a,c,l){i.getVertexPosition(a,vl),i.getVertexPosition(c,yl),i.getVertexPosition(l,bl);let h=C_(i,e,t,n,vl,yl,bl,Np);if(h){let u=new U;Ts.getBarycoord(Np,vl,yl,bl,u),s&&(h.uv=Ts.getInterpolatedAttribute(s,a,c,l,u,new Le)),r&&(h.uv1=Ts.getInterpolatedAttribute(r,a,c,l,u,new Le)),o&&(h.normal=Ts.getInterpolatedAttribute(o,a,c,l,u,new U),h.normal.dot(n.direction)>0&&h.normal.multiplyScalar(-1));let d={a,b:c,c:l,normal:new U,materialIndex:0};Ts.getNormal(vl,yl,bl,d.normal),h.face=d,h.barycoord=u}return h}var Fo=new St,Dp=new St,Up=new St,P_=new St,Op=new We,Tl=new U,lh=new Bn,Fp=new We,ch=new Li,jo=class extends dt{constructor(e,t){super(e,t),this.isSkinnedMesh=!0,this.type="SkinnedMesh",this.bindMode=fh,this.bindMatrix=new We,this.bindMatrixInverse=new We,this.boundingBox=null,this.boundingSphere=null}computeBoundingBox(){let e=this.geometry;this.boundingBox===null&&(this.boundingBox=new En),this.boundingBox.makeEmpty();let t=e.getAttribute("position");for(let n=0;n<t.count;n++)this.getVertexPosition(n,Tl),this.boundingBox.expandByPoint(Tl)}computeBoundingSphere(){let e=this.geometry;this.boundingSphere===null&&(this.boundingSphere=new Bn),this.boundingSphere.makeEmpty();let t=e.getAttribute("position");for(let n=0;n<t.count;n++)this.getVertexPosition(n,Tl),this.boundingSphere.expandByPoint(Tl)}copy(e,t){return super.copy(e,t),this.bindMode=e.bindMode,this.bindMatrix.copy(e.bindMatrix),this.bindMatrixInverse.copy(e.bindMatrixInverse),this.skeleton=e.skeleton,this.boundingBox=e.boundingBox!==null?e.boundingBox.clone():null,this.boundingSphere=e.boundingSphere!==null?e.boundingSphere.clone():null,this}raycast(e,t){let n=this.material,s=this.matrixWorld;n!==void 0&&(this.boundingSphere===null&&this.computeBoundingSphere(),lh.copy(this.boundingSphere),lh.applyMatrix4(s),e.ray.intersectsSphere(lh)!==!1&&(Fp.copy(s).invert(),ch.copy(e.ray).applyMatrix4(Fp),!(this.boundingBox!==null&&ch.intersectsBox(this.boundingBox)===!1)&&this._computeIntersections(e,t,ch)))}getVertexPosition(e,t){return super.getVertexPosition(e,t),this.applyBoneTransform(e,t),t}bind(e,t){this.skeleton=e,t===void 0&&(this.updateMatrixWorld(!0),this.skeleton.calculateInverses(),t=this.matrixWorld),this.bindMatrix.copy(t),this.bindMatrixInverse.copy(t).invert()}pose(){this.skeleton.pose()}normalizeSkinWeights(){let e=new St,t=this.geometry.attributes.skinWeight;for(let n=0,s=t.count;n<s;n++){e.fromBufferAttribute(t,n);let r=1/e.manhattanLength();r!==1/0?e.multiplyScalar(r):e.set(1,0,0,0),t.setXYZW(n,e.x,e.y,e.z,e.w)}}updateMatrixWorld(e){super.updateMatrixWorld(e),this.bindMode===fh?this.bindMatrixInverse.copy(this.matrixWorld).invert():this.bindMode===Cm?this.bindMatrixInverse.copy(this.bindMatrix).invert():Pe("SkinnedMesh: Unrecognized bindMode: "+this.bindMode)}applyBoneTransform(e,t){let n=this.skeleton,s=this.geometry;Dp.fromBufferAttribute(s.attributes.skinIndex,e),Up.fromBufferAttribute(s.attributes.skinWeight,e),t.isVector4?(Fo.copy(t),t.set(0,0,0,0)):(Fo.set(t.x,t.y,t.z,1),t.set(0,0,0)),Fo.applyMatrix4(this.bindMatrix);for(let r=0;r<4;r++){let o=Up.getComponent(r);if(o!==0){let a=Dp.getComponent(r);Op.multiplyMatrices(n.bones[a].matrixWorld,n.boneInverses[a]),t.addScaledVector(P_.copy(Fo).applyMatrix4(Op),o)}}return t.isVector4&&(t.w=Fo.w),t.applyMatrix4(this.bindMatrixInverse)}},to=class extends Nt{constructor(){super(),this.isBone=!0,this.type="Bone"}},no=class extends rn{constructor(e=null,t=1,n=1,s,r,o,a,c,l=Wt,h=Wt,u,d){super(null,o,a,c,l,h,s,r,u,d),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}},kp=new We,I_=new We,Jo=class i{constructor(e=[],t=[]){this.uuid=Ui(),this.bones=e.slice(0),this.boneInverses=t,this.boneMatrices=null,this.previousBoneMatrices=null,this.boneTexture=null,this.previousBoneTexture=null,this.init()}init(){let e=this.bones,t=this.boneInverses;if(this.boneMatrices=new Float32Array(e.length*16),t.length===0)this.calculateInverses();else if(e.length!==t.length){Pe("Skeleton: Number of inverse bone matrices does not match amount of bones."),this.boneInverses=[];for(let n=0,s=this.bones.length;n<s;n++)this.boneInverses.push(new We)}}calculateInverses(){this.boneInverses.length=0;for(let e=0,t=this.bones.length;e<t;e++){let n=new We;this.bones[e]&&n.copy(this.bones[e].matrixWorld).invert(),this.boneInverses.push(n)}}pose(){for(let e=0,t=this.bones.length;e<t;e++){let n=this.bones[e];n&&n.matrixWorld.copy(this.boneInverses[e]).invert()}for(let e=0,t=this.bones.length;e<t;e++){let n=this.bones[e];n&&(n.parent&&n.parent.isBone?(n.matrix.copy(n.parent.matrixWorld).invert(),n.matrix.multiply(n.matrixWorld)):n.matrix.copy(n.matrixWorld),n.matrix.decompose(n.position,n.quaternion,n.scale))}}update(){let e=this.bones,t=this.boneInverses,n=this.boneMatrices,s=this.boneTexture;for(let r=0,o=e.length;r<o;r++){let a=e[r]?e[r].matrixWorld:I_;kp.multiplyMatrices(a,t[r]),kp.toArray(n,r*16)}s!==null&&(s.needsUpdate=!0)}clone(){return new i(this.bones,this.boneInverses)}computeBoneTexture(){let e=Math.sqrt(this.bones.length*4);e=Math.ceil(e/4)*4,e=Math.max(e,4);let t=new Float32Array(e*e*4);t.set(this.boneMatrices);let n=new no(t,e,e,ci,$n);return n.needsUpdate=!0,this.boneMatrices=t,this.boneTexture=n,this}getBoneByName(e){for(let t=0,n=this.bones.length;t<n;t++){let s=this.bones[t];if(s.name===e)return s}}dispose(){this.boneTexture!==null&&(this.boneTexture.dispose(),this.boneTexture=null),this.previousBoneTexture!==null&&(this.previousBoneTexture.dispose(),this.previousBoneTexture=null)}fromJSON(e,t){this.uuid=e.uuid;for(let n=0,s=e.bones.length;n<s;n++){let r=e.bones[n],o=t[r];o===void 0&&(Pe("Skeleton: No bone found with UUID:",r),o=new to),this.bones.push(o),this.boneInverses.push(new We().fromArray(e.boneInverses[n]))}return this.init(),this}toJSON(){let e={metadata:{version:4.7,type:"Skeleton",generator:"Skeleton.toJSON"},bones:[],boneInverses:[]};e.uuid=this.uuid;let t=this.bones,n=this.boneInverses;for(let s=0,r=t.length;s<r;s++){let o=t[s];e.bones.push(o.uuid);let a=n[s];e.boneInverses.push(a.toArray())}return e}},ns=class extends wt{constructor(e,t,n,s=1){super(e,t,n),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=s}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}},zr=new We,Bp=new We,Al=[],zp=new En,L_=new We,ko=new dt,Bo=new Bn,ar=class extends dt{constructor(e,t,n){super(e,t),this.isInstancedMesh=!0,this.instanceMatrix=new ns(new Float32Array(n*16),16),this.instanceColor=null,this.morphTexture=null,this.count=n,this.boundingBox=null,this.boundingSphere=null;for(let s=0;s<n;s++)this.setMatrixAt(s,L_)}computeBoundingBox(){let e=this.geometry,t=this.count;this.boundingBox===null&&(this.boundingBox=new En),e.boundingBox===null&&e.computeBoundingBox(),this.boundingBox.makeEmpty();for(let n=0;n<t;n++)this.getMatrixAt(n,zr),zp.copy(e.boundingBox).applyMatrix4(zr),this.boundingBox.union(zp)}computeBoundingSphere(){let e=this.geometry,t=this.count;this.boundingSphere===null&&(this.boundingSphere=new Bn),e.boundingSphere===null&&e.computeBoundingSphere(),this.boundingSphere.makeEmpty();for(let n=0;n<t;n++)this.getMatrixAt(n,zr),Bo.copy(e.boundingSphere).applyMatrix4(zr),this.boundingSphere.union(Bo)}copy(e,t){return super.copy(e,t),this.instanceMatrix.copy(e.instanceMatrix),this.morphTexture=e.morphTexture!==null?e.morphTexture.clone():null,this.instanceColor=e.instanceColor!==null?e.instanceColor.clone():null,this.count=e.count,this.boundingBox=e.boundingBox!==null?e.boundingBox.clone():null,this.boundingSphere=e.boundingSphere!==null?e.boundingSphere.clone():null,this}getColorAt(e,t){return this.instanceColor===null?t.setRGB(1,1,1):t.fromArray(this.instanceColor.array,e*3)}getMatrixAt(e,t){return t.fromArray(this.instanceMatrix.array,e*16)}getMorphAt(e,t){let n=t.morphTargetInfluences,s=this.morphTexture.source.data.data,r=n.length+1,o=e*r+1;for(let a=0;a<n.length;a++)n[a]=s[o+a]}raycast(e,t){let n=this.matrixWorld,s=this.count;if(ko.geometry=this.geometry,ko.material=this.material,ko.material!==void 0&&(this.boundingSphere===null&&this.computeBoundingSphere(),Bo.copy(this.boundingSphere),Bo.applyMatrix4(n),e.ray.intersectsSphere(Bo)!==!1))for(let r=0;r<s;r++){this.getMatrixAt(r,zr),Bp.multiplyMatrices(n,zr),ko.matrixWorld=Bp,ko.raycast(e,Al);for(let o=0,a=Al.length;o<a;o++){let c=Al[o];c.instanceId=r,c.object=this,t.push(c)}Al.length=0}}setColorAt(e,t){return this.instanceColor===null&&(this.instanceColor=new ns(new Float32Array(this.instanceMatrix.count*3).fill(1),3)),t.toArray(this.instanceColor.array,e*3),this}setMatrixAt(e,t){return t.toArray(this.instanceMatrix.array,e*16),this}setMorphAt(e,t){let n=t.morphTargetInfluences,s=n.length+1;this.morphTexture===null&&(this.morphTexture=new no(new Float32Array(s*this.count),s,this.count,hc,$n));let r=this.morphTexture.source.data.data,o=0;for(let l=0;l<n.length;l++)o+=n[l];let a=this.geometry.morphTargetsRelative?1:1-o,c=s*e;return r[c]=a,r.set(n,c+1),this}updateMorphTargets(){}dispose(){super.dispose(),this.instanceMatrix.dispose(),this.instanceColor!==null&&this.instanceColor.dispose(),this.morphTexture!==null&&(this.morphTexture.dispose(),this.morphTexture=null)}},er=new Bn,N_=new Le(.5,.5),El=new U,As=class{constructor(e=new Ln,t=new Ln,n=new Ln,s=new Ln,r=new Ln,o=new Ln){this.planes=[e,t,n,s,r,o]}set(e,t,n,s,r,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(n),a[3].copy(s),a[4].copy(r),a[5].copy(o),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=ti,n=!1){let s=this.planes,r=e.elements,o=r[0],a=r[1],c=r[2],l=r[3],h=r[4],u=r[5],d=r[6],f=r[7],_=r[8],y=r[9],g=r[10],m=r[11],b=r[12],M=r[13],v=r[14],E=r[15];if(s[0].setComponents(l-o,f-h,m-_,E-b).normalize(),s[1].setComponents(l+o,f+h,m+_,E+b).normalize(),s[2].setComponents(l+a,f+u,m+y,E+M).normalize(),s[3].setComponents(l-a,f-u,m-y,E-M).normalize(),n)s[4].setComponents(c,d,g,v).normalize(),s[5].setComponents(l-c,f-d,m-g,E-v).normalize();else if(s[4].setComponents(l-c,f-d,m-g,E-v).normalize(),t===ti)s[5].setComponents(l+c,f+d,m+g,E+v).normalize();else if(t===$r)s[5].setComponents(c,d,g,v).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),er.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),er.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(er)}intersectsSprite(e){er.center.set(0,0,0);let t=N_.distanceTo(e.center);return er.radius=.7071067811865476+t,er.applyMatrix4(e.matrixWorld),this.intersectsSphere(er)}intersectsSphere(e){let t=this.planes,n=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(n)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let s=t[n];if(El.x=s.normal.x>0?e.max.x:e.min.x,El.y=s.normal.y>0?e.max.y:e.min.y,El.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(El)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},Vp=new We,ql=class i{constructor(){this.coordinateSystem=ti,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];Vp.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),n[s]===void 0&&(n[s]=new As),n[s].setFromProjectionMatrix(Vp,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new As),t[s].copy(n[s]);return this._count=e._count,this}clone(){return new i().copy(this)}};var Un=class extends Xt{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new pe(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},$l=new U,Yl=new U,Hp=new We,zo=new Li,Rl=new Bn,uh=new U,Gp=new U,lr=class extends Nt{constructor(e=new It,t=new Un){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[0];for(let s=1,r=t.count;s<r;s++)$l.fromBufferAttribute(t,s-1),Yl.fromBufferAttribute(t,s),n[s]=n[s-1],n[s]+=$l.distanceTo(Yl);e.setAttribute("lineDistance",new at(n,1))}else Pe("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,o=n.drawRange;if(n.boundingSphere===null&&n.computeBoundingSphere(),Rl.copy(n.boundingSphere),Rl.applyMatrix4(s),Rl.radius+=r,e.ray.intersectsSphere(Rl)===!1)return;Hp.copy(s).invert(),zo.copy(e.ray).applyMatrix4(Hp);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),c=a*a,l=this.isLineSegments?2:1,h=n.index,d=n.attributes.position;if(h!==null){let f=Math.max(0,o.start),_=Math.min(h.count,o.start+o.count);for(let y=f,g=_-1;y<g;y+=l){let m=h.getX(y),b=h.getX(y+1),M=Cl(this,e,zo,c,m,b,y);M&&t.push(M)}if(this.isLineLoop){let y=h.getX(_-1),g=h.getX(f),m=Cl(this,e,zo,c,y,g,_-1);m&&t.push(m)}}else{let f=Math.max(0,o.start),_=Math.min(d.count,o.start+o.count);for(let y=f,g=_-1;y<g;y+=l){let m=Cl(this,e,zo,c,y,y+1,y);m&&t.push(m)}if(this.isLineLoop){let y=Cl(this,e,zo,c,_-1,f,_-1);y&&t.push(y)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function Cl(i,e,t,n,s,r,o){let a=i.geometry.attributes.position;if($l.fromBufferAttribute(a,s),Yl.fromBufferAttribute(a,r),t.distanceSqToSegment($l,Yl,uh,Gp)>n)return;uh.applyMatrix4(i.matrixWorld);let l=e.ray.origin.distanceTo(uh);if(!(l<e.near||l>e.far))return{distance:l,point:Gp.clone().applyMatrix4(i.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:i}}var Wp=new U,Xp=new U,ni=class extends lr{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[];for(let s=0,r=t.count;s<r;s+=2)Wp.fromBufferAttribute(t,s),Xp.fromBufferAttribute(t,s+1),n[s]=s===0?0:n[s-1],n[s+1]=n[s]+Wp.distanceTo(Xp);e.setAttribute("lineDistance",new at(n,1))}else Pe("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}},Qo=class extends lr{constructor(e,t){super(e,t),this.isLineLoop=!0,this.type="LineLoop"}},bi=class extends Xt{constructor(e){super(),this.isPointsMaterial=!0,this.type="PointsMaterial",this.color=new pe(16777215),this.map=null,this.alphaMap=null,this.size=1,this.sizeAttenuation=!0,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.alphaMap=e.alphaMap,this.size=e.size,this.sizeAttenuation=e.sizeAttenuation,this.fog=e.fog,this}},qp=new We,xh=new Li,Pl=new Bn,Il=new U,is=class extends Nt{constructor(e=new It,t=new bi){super(),this.isPoints=!0,this.type="Points",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.matrixWorld,r=e.params.Points.threshold,o=n.drawRange;if(n.boundingSphere===null&&n.computeBoundingSphere(),Pl.copy(n.boundingSphere),Pl.applyMatrix4(s),Pl.radius+=r,e.ray.intersectsSphere(Pl)===!1)return;qp.copy(s).invert(),xh.copy(e.ray).applyMatrix4(qp);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),c=a*a,l=n.index,u=n.attributes.position;if(l!==null){let d=Math.max(0,o.start),f=Math.min(l.count,o.start+o.count);for(let _=d,y=f;_<y;_++){let g=l.getX(_);Il.fromBufferAttribute(u,g),$p(Il,g,c,s,e,t,this)}}else{let d=Math.max(0,o.start),f=Math.min(u.count,o.start+o.count);for(let _=d,y=f;_<y;_++)Il.fromBufferAttribute(u,_),$p(Il,_,c,s,e,t,this)}}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function $p(i,e,t,n,s,r,o){let a=xh.distanceSqToPoint(i);if(a<t){let c=new U;xh.closestPointToPoint(i,c),c.applyMatrix4(n);let l=s.ray.origin.distanceTo(c);if(l<s.near||l>s.far)return;r.push({distance:l,distanceToRay:Math.sqrt(a),point:c,index:e,face:null,faceIndex:null,barycoord:null,object:o})}}var ea=class extends rn{constructor(e=[],t=mr,n,s,r,o,a,c,l,h){super(e,t,n,s,r,o,a,c,l,h),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}},Es=class extends rn{constructor(e,t,n,s,r,o,a,c,l){super(e,t,n,s,r,o,a,c,l),this.isCanvasTexture=!0,this.needsUpdate=!0}};var ss=class extends rn{constructor(e,t,n=Si,s,r,o,a=Wt,c=Wt,l,h=es,u=1){if(h!==es&&h!==us)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let d={width:e,height:t,depth:u};super(d,s,r,o,a,c,h,n,l),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Zr(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},ta=class extends ss{constructor(e,t=Si,n=mr,s,r,o=Wt,a=Wt,c,l=es){let h={width:e,height:e,depth:1},u=[h,h,h,h,h,h];super(e,e,t,n,s,r,o,a,c,l),this.image=u,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},na=class extends rn{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},Ni=class i extends It{constructor(e=1,t=1,n=1,s=1,r=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:s,heightSegments:r,depthSegments:o};let a=this;s=Math.floor(s),r=Math.floor(r),o=Math.floor(o);let c=[],l=[],h=[],u=[],d=0,f=0;_("z","y","x",-1,-1,n,t,e,o,r,0),_("z","y","x",1,-1,n,t,-e,o,r,1),_("x","z","y",1,1,e,n,t,s,o,2),_("x","z","y",1,-1,e,n,-t,s,o,3),_("x","y","z",1,-1,e,t,n,s,r,4),_("x","y","z",-1,-1,e,t,-n,s,r,5),this.setIndex(c),this.setAttribute("position",new at(l,3)),this.setAttribute("normal",new at(h,3)),this.setAttribute("uv",new at(u,2));function _(y,g,m,b,M,v,E,A,x,S,L){let C=v/x,I=E/S,O=v/2,k=E/2,P=A/2,G=x+1,X=S+1,H=0,ee=0,q=new U;for(let Q=0;Q<X;Q++){let te=Q*I-k;for(let Ae=0;Ae<G;Ae++){let De=Ae*C-O;q[y]=De*b,q[g]=te*M,q[m]=P,l.push(q.x,q.y,q.z),q[y]=0,q[g]=0,q[m]=A>0?1:-1,h.push(q.x,q.y,q.z),u.push(Ae/x),u.push(1-Q/S),H+=1}}for(let Q=0;Q<S;Q++)for(let te=0;te<x;te++){let Ae=d+te+G*Q,De=d+te+G*(Q+1),K=d+(te+1)+G*(Q+1),_e=d+(te+1)+G*Q;c.push(Ae,De,_e),c.push(De,K,_e),ee+=6}a.addGroup(f,ee,L),f+=ee,d+=H}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var cr=class i extends It{constructor(e=1,t=1,n=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:s};let r=e/2,o=t/2,a=Math.floor(n),c=Math.floor(s),l=a+1,h=c+1,u=e/a,d=t/c,f=[],_=[],y=[],g=[];for(let m=0;m<h;m++){let b=m*d-o;for(let M=0;M<l;M++){let v=M*u-r;_.push(v,-b,0),y.push(0,0,1),g.push(M/a),g.push(1-m/c)}}for(let m=0;m<c;m++)for(let b=0;b<a;b++){let M=b+l*m,v=b+l*(m+1),E=b+1+l*(m+1),A=b+1+l*m;f.push(M,v,A),f.push(v,E,A)}this.setIndex(f),this.setAttribute("position",new at(_,3)),this.setAttribute("normal",new at(y,3)),this.setAttribute("uv",new at(g,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};var ia=class i extends It{constructor(e=1,t=32,n=16,s=0,r=Math.PI*2,o=0,a=Math.PI){super(),this.type="SphereGeometry",this.parameters={radius:e,widthSegments:t,heightSegments:n,phiStart:s,phiLength:r,thetaStart:o,thetaLength:a},t=Math.max(3,Math.floor(t)),n=Math.max(2,Math.floor(n));let c=Math.min(o+a,Math.PI),l=0,h=[],u=new U,d=new U,f=[],_=[],y=[],g=[];for(let m=0;m<=n;m++){let b=[],M=m/n,v=o+M*a,E=e*Math.cos(v),A=Math.sqrt(e*e-E*E),x=0;m===0&&o===0?x=.5/t:m===n&&c===Math.PI&&(x=-.5/t);for(let S=0;S<=t;S++){let L=S/t,C=s+L*r;u.x=-A*Math.cos(C),u.y=E,u.z=A*Math.sin(C),_.push(u.x,u.y,u.z),d.copy(u).normalize(),y.push(d.x,d.y,d.z),g.push(L+x,1-M),b.push(l++)}h.push(b)}for(let m=0;m<n;m++)for(let b=0;b<t;b++){let M=h[m][b+1],v=h[m][b],E=h[m+1][b],A=h[m+1][b+1];(m!==0||o>0)&&f.push(M,v,A),(m!==n-1||c<Math.PI)&&f.push(v,E,A)}this.setIndex(f),this.setAttribute("position",new at(_,3)),this.setAttribute("normal",new at(y,3)),this.setAttribute("uv",new at(g,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radius,e.widthSegments,e.heightSegments,e.phiStart,e.phiLength,e.thetaStart,e.thetaLength)}};var sa=class extends It{constructor(e=null){if(super(),this.type="WireframeGeometry",this.parameters={geometry:e},e!==null){let t=[],n=new Set,s=new U,r=new U;if(e.index!==null){let o=e.attributes.position,a=e.index,c=e.groups;c.length===0&&(c=[{start:0,count:a.count,materialIndex:0}]);for(let l=0,h=c.length;l<h;++l){let u=c[l],d=u.start,f=u.count;for(let _=d,y=d+f;_<y;_+=3)for(let g=0;g<3;g++){let m=a.getX(_+g),b=a.getX(_+(g+1)%3);s.fromBufferAttribute(o,m),r.fromBufferAttribute(o,b),Yp(s,r,n)===!0&&(t.push(s.x,s.y,s.z),t.push(r.x,r.y,r.z))}}}else{let o=e.attributes.position;for(let a=0,c=o.count/3;a<c;a++)for(let l=0;l<3;l++){let h=3*a+l,u=3*a+(l+1)%3;s.fromBufferAttribute(o,h),r.fromBufferAttribute(o,u),Yp(s,r,n)===!0&&(t.push(s.x,s.y,s.z),t.push(r.x,r.y,r.z))}}this.setAttribute("position",new at(t,3))}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}};function Yp(i,e,t){let n=`${i.x},${i.y},${i.z}-${e.x},${e.y},${e.z}`,s=`${e.x},${e.y},${e.z}-${i.x},${i.y},${i.z}`;return t.has(n)===!0||t.has(s)===!0?!1:(t.add(n),t.add(s),!0)}function xr(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let s=i[t][n];if(Kp(s))s.isRenderTargetTexture?(Pe("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=s.clone();else if(Array.isArray(s))if(Kp(s[0])){let r=[];for(let o=0,a=s.length;o<a;o++)r[o]=s[o].clone();e[t][n]=r}else e[t][n]=s.slice();else e[t][n]=s}}return e}function Cn(i){let e={};for(let t=0;t<i.length;t++){let n=xr(i[t]);for(let s in n)e[s]=n[s]}return e}function Kp(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function D_(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function td(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:Ze.workingColorSpace}var Wm={clone:xr,merge:Cn},U_=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,O_=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,ii=class extends Xt{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=U_,this.fragmentShader=O_,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=xr(e.uniforms),this.uniformsGroups=D_(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let o=this.uniforms[s].value;o&&o.isTexture?t.uniforms[s]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[s]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[s]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[s]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[s]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[s]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[s]={type:"m4",value:o.toArray()}:t.uniforms[s]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let s in this.extensions)this.extensions[s]===!0&&(n[s]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let s=e.uniforms[n];switch(this.uniforms[n]={},s.type){case"t":this.uniforms[n].value=t[s.value]||null;break;case"c":this.uniforms[n].value=new pe().setHex(s.value);break;case"v2":this.uniforms[n].value=new Le().fromArray(s.value);break;case"v3":this.uniforms[n].value=new U().fromArray(s.value);break;case"v4":this.uniforms[n].value=new St().fromArray(s.value);break;case"m3":this.uniforms[n].value=new Ve().fromArray(s.value);break;case"m4":this.uniforms[n].value=new We().fromArray(s.value);break;default:this.uniforms[n].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Kl=class extends ii{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}},si=class extends Xt{constructor(e){super(),this.isMeshStandardMaterial=!0,this.type="MeshStandardMaterial",this.defines={STANDARD:""},this.color=new pe(16777215),this.roughness=1,this.metalness=0,this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new pe(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Le(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.roughnessMap=null,this.metalnessMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new yi,this.envMapIntensity=1,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.defines={STANDARD:""},this.color.copy(e.color),this.roughness=e.roughness,this.metalness=e.metalness,this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.roughnessMap=e.roughnessMap,this.metalnessMap=e.metalnessMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.envMapIntensity=e.envMapIntensity,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}},On=class extends si{constructor(e){super(),this.isMeshPhysicalMaterial=!0,this.defines={STANDARD:"",PHYSICAL:""},this.type="MeshPhysicalMaterial",this.anisotropyRotation=0,this.anisotropyMap=null,this.clearcoatMap=null,this.clearcoatRoughness=0,this.clearcoatRoughnessMap=null,this.clearcoatNormalScale=new Le(1,1),this.clearcoatNormalMap=null,this.diffuseRoughnessMap=null,this.ior=1.5,Object.defineProperty(this,"reflectivity",{get:function(){return je(2.5*(this.ior-1)/(this.ior+1),0,1)},set:function(t){this.ior=(1+.4*t)/(1-.4*t)}}),this.iridescenceMap=null,this.iridescenceIOR=1.3,this.iridescenceThicknessMinimum=100,this.iridescenceThicknessMaximum=400,this.iridescenceThicknessMap=null,this.sheenColor=new pe(0),this.sheenColorMap=null,this.sheenRoughness=1,this.sheenRoughnessMap=null,this.transmissionMap=null,this.thickness=0,this.thicknessMap=null,this.attenuationDistance=1/0,this.attenuationColor=new pe(1,1,1),this.specularIntensity=1,this.specularIntensityMap=null,this.specularColor=new pe(1,1,1),this.specularColorMap=null,this._anisotropy=0,this._clearcoat=0,this._diffuseRoughness=0,this._dispersion=0,this._iridescence=0,this._retroreflectivity=0,this._sheen=0,this._transmission=0,this.setValues(e)}get anisotropy(){return this._anisotropy}set anisotropy(e){this._anisotropy>0!=e>0&&this.version++,this._anisotropy=e}get clearcoat(){return this._clearcoat}set clearcoat(e){this._clearcoat>0!=e>0&&this.version++,this._clearcoat=e}get diffuseRoughness(){return this._diffuseRoughness}set diffuseRoughness(e){this._diffuseRoughness>0!=e>0&&this.version++,this._diffuseRoughness=e}get iridescence(){return this._iridescence}set iridescence(e){this._iridescence>0!=e>0&&this.version++,this._iridescence=e}get dispersion(){return this._dispersion}set dispersion(e){this._dispersion>0!=e>0&&this.version++,this._dispersion=e}get retroreflectivity(){return this._retroreflectivity}set retroreflectivity(e){this._retroreflectivity>0!=e>0&&this.version++,this._retroreflectivity=e}get sheen(){return this._sheen}set sheen(e){this._sheen>0!=e>0&&this.version++,this._sheen=e}get transmission(){return this._transmission}set transmission(e){this._transmission>0!=e>0&&this.version++,this._transmission=e}get iridescenceThicknessRange(){return tr('MeshPhysicalMaterial: The "iridescenceThicknessRange" property has been replaced by "iridescenceThicknessMinimum" and "iridescenceThicknessMaximum".'),[this.iridescenceThicknessMinimum,this.iridescenceThicknessMaximum]}set iridescenceThicknessRange(e){tr('MeshPhysicalMaterial: The "iridescenceThicknessRange" property has been replaced by "iridescenceThicknessMinimum" and "iridescenceThicknessMaximum".'),this.iridescenceThicknessMinimum=e[0],this.iridescenceThicknessMaximum=e[1]}copy(e){return super.copy(e),this.defines={STANDARD:"",PHYSICAL:""},this.anisotropy=e.anisotropy,this.anisotropyRotation=e.anisotropyRotation,this.anisotropyMap=e.anisotropyMap,this.clearcoat=e.clearcoat,this.clearcoatMap=e.clearcoatMap,this.clearcoatRoughness=e.clearcoatRoughness,this.clearcoatRoughnessMap=e.clearcoatRoughnessMap,this.clearcoatNormalMap=e.clearcoatNormalMap,this.clearcoatNormalScale.copy(e.clearcoatNormalScale),this.diffuseRoughness=e.diffuseRoughness,this.diffuseRoughnessMap=e.diffuseRoughnessMap,this.dispersion=e.dispersion,this.ior=e.ior,this.iridescence=e.iridescence,this.iridescenceMap=e.iridescenceMap,this.iridescenceIOR=e.iridescenceIOR,this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum,this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum,this.iridescenceThicknessMap=e.iridescenceThicknessMap,this.retroreflectivity=e.retroreflectivity,this.sheen=e.sheen,this.sheenColor.copy(e.sheenColor),this.sheenColorMap=e.sheenColorMap,this.sheenRoughness=e.sheenRoughness,this.sheenRoughnessMap=e.sheenRoughnessMap,this.transmission=e.transmission,this.transmissionMap=e.transmissionMap,this.thickness=e.thickness,this.thicknessMap=e.thicknessMap,this.attenuationDistance=e.attenuationDistance,this.attenuationColor.copy(e.attenuationColor),this.specularIntensity=e.specularIntensity,this.specularIntensityMap=e.specularIntensityMap,this.specularColor.copy(e.specularColor),this.specularColorMap=e.specularColorMap,this}},ra=class extends Xt{constructor(e){super(),this.isMeshPhongMaterial=!0,this.type="MeshPhongMaterial",this.color=new pe(16777215),this.specular=new pe(1118481),this.shininess=30,this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new pe(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Le(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new yi,this.combine=ba,this.reflectivity=1,this.envMapIntensity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.specular.copy(e.specular),this.shininess=e.shininess,this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.envMapIntensity=e.envMapIntensity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}};var oa=class extends Xt{constructor(e){super(),this.isMeshNormalMaterial=!0,this.type="MeshNormalMaterial",this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Le(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.flatShading=!1,this.setValues(e)}copy(e){return super.copy(e),this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.flatShading=e.flatShading,this}},aa=class extends Xt{constructor(e){super(),this.isMeshLambertMaterial=!0,this.type="MeshLambertMaterial",this.color=new pe(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new pe(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Le(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new yi,this.combine=ba,this.reflectivity=1,this.envMapIntensity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.envMapIntensity=e.envMapIntensity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}},io=class extends Xt{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Im,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Zl=class extends Xt{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}},la=class extends Xt{constructor(e){super(),this.isMeshMatcapMaterial=!0,this.defines={MATCAP:""},this.type="MeshMatcapMaterial",this.color=new pe(16777215),this.matcap=null,this.map=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Le(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.alphaMap=null,this.wireframe=!1,this.wireframeLinewidth=1,this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.defines={MATCAP:""},this.color.copy(e.color),this.matcap=e.matcap,this.map=e.map,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.alphaMap=e.alphaMap,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.flatShading=e.flatShading,this.fog=e.fog,this}};function ws(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function Vo(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}function F_(i){function e(s,r){return i[s]-i[r]}let t=i.length,n=new Array(t);for(let s=0;s!==t;++s)n[s]=s;return n.sort(e),n}function Zp(i,e,t){let n=i.length,s=new i.constructor(n);for(let r=0,o=0;o!==n;++r){let a=t[r]*e;for(let c=0;c!==e;++c)s[o++]=i[a+c]}return s}function k_(i,e,t,n){let s=1,r=i[0];for(;r!==void 0&&r[n]===void 0;)r=i[s++];if(r===void 0)return;let o=r[n];if(o!==void 0)if(Array.isArray(o))do o=r[n],o!==void 0&&(e.push(r.time),t.push(...o)),r=i[s++];while(r!==void 0);else if(o.toArray!==void 0)do o=r[n],o!==void 0&&(e.push(r.time),o.toArray(t,t.length)),r=i[s++];while(r!==void 0);else do o=r[n],o!==void 0&&(e.push(r.time),t.push(o)),r=i[s++];while(r!==void 0)}var Di=class{constructor(e,t,n,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,s=t[n],r=t[n-1];e:{t:{let o;n:{i:if(!(e<s)){for(let a=n+2;;){if(s===void 0){if(e<r)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===a)break;if(r=s,s=t[++n],e<s)break t}o=t.length;break n}if(!(e>=r)){let a=t[1];e<a&&(n=2,r=a);for(let c=n-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===c)break;if(s=r,r=t[--n-1],e>=r)break t}o=n,n=0;break n}break e}for(;n<o;){let a=n+o>>>1;e<t[a]?o=a:n=a+1}if(s=t[n],r=t[n-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,r,s)}return this.interpolate_(n,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,r=e*s;for(let o=0;o!==s;++o)t[o]=n[r+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},jl=class extends Di{constructor(e,t,n,s){super(e,t,n,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:mh,endingEnd:mh}}intervalChanged_(e,t,n){let s=this.parameterPositions,r=e-2,o=e+1,a=s[r],c=s[o];if(a===void 0)switch(this.getSettings_().endingStart){case gh:r=e,a=2*t-n;break;case _h:r=s.length-2,a=t+s[r]-s[r+1];break;default:r=e,a=n}if(c===void 0)switch(this.getSettings_().endingEnd){case gh:o=e,c=2*n-t;break;case _h:o=1,c=n+s[1]-s[0];break;default:o=e-1,c=t}let l=(n-t)*.5,h=this.valueSize;this._weightPrev=l/(t-a),this._weightNext=l/(c-n),this._offsetPrev=r*h,this._offsetNext=o*h}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=e*a,l=c-a,h=this._offsetPrev,u=this._offsetNext,d=this._weightPrev,f=this._weightNext,_=(n-t)/(s-t),y=_*_,g=y*_,m=-d*g+2*d*y-d*_,b=(1+d)*g+(-1.5-2*d)*y+(-.5+d)*_+1,M=(-1-f)*g+(1.5+f)*y+.5*_,v=f*g-f*y;for(let E=0;E!==a;++E)r[E]=m*o[h+E]+b*o[l+E]+M*o[c+E]+v*o[u+E];return r}},Jl=class extends Di{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=e*a,l=c-a,h=(n-t)/(s-t),u=1-h;for(let d=0;d!==a;++d)r[d]=o[l+d]*u+o[c+d]*h;return r}},Ql=class extends Di{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e){return this.copySampleValue_(e-1)}},ec=class extends Di{interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=e*a,l=c-a,h=this.inTangents,u=this.outTangents;if(!h||!u){let _=(n-t)/(s-t),y=1-_;for(let g=0;g!==a;++g)r[g]=o[l+g]*y+o[c+g]*_;return r}let d=a*2,f=e-1;for(let _=0;_!==a;++_){let y=o[l+_],g=o[c+_],m=f*d+_*2,b=u[m],M=u[m+1],v=e*d+_*2,E=h[v],A=h[v+1],x=z_(n,t,b,E,s);r[_]=Xm(x,y,M,A,g)}return r}};function Xm(i,e,t,n,s){let r=1-i;return r*r*r*e+3*r*r*i*t+3*r*i*i*n+i*i*i*s}function B_(i,e,t,n,s){let r=1-i;return 3*r*r*(t-e)+6*r*i*(n-t)+3*i*i*(s-n)}function z_(i,e,t,n,s){let r=(i-e)/(s-e);for(let o=0;o<8;o++){let a=Xm(r,e,t,n,s)-i;if(Math.abs(a)<1e-10)break;let c=B_(r,e,t,n,s);if(Math.abs(c)<1e-10)break;r=Math.max(0,Math.min(1,r-a/c))}return r}var zn=class{constructor(e,t,n,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=ws(t,this.TimeBufferType),this.values=ws(n,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:ws(e.times,Array),values:ws(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(n.interpolation=s),Vo(e.settings)&&(n.settings={inTangents:ws(e.settings.inTangents,Array),outTangents:ws(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new Ql(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new Jl(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new jl(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new ec(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case nr:t=this.InterpolantFactoryMethodDiscrete;break;case ir:t=this.InterpolantFactoryMethodLinear;break;case Dl:t=this.InterpolantFactoryMethodSmooth;break;case ph:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return Pe("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return nr;case this.InterpolantFactoryMethodLinear:return ir;case this.InterpolantFactoryMethodSmooth:return Dl;case this.InterpolantFactoryMethodBezier:return ph}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]+=e;Vo(this.settings)&&(jp(this.settings.inTangents,e),jp(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]*=e;Vo(this.settings)&&(Jp(this.settings.inTangents,e),Jp(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,s=n.length,r=0,o=s-1;for(;r!==s&&n[r]<e;)++r;for(;o!==-1&&n[o]>t;)--o;if(++o,r!==0||o!==s){r>=o&&(o=Math.max(o,1),r=o-1);let a=this.getValueSize();this.times=n.slice(r,o),this.values=this.values.slice(r*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(ze("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,s=this.values,r=n.length;r===0&&(ze("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==r;a++){let c=n[a];if(typeof c=="number"&&isNaN(c)){ze("KeyframeTrack: Time is not a valid number.",this,a,c),e=!1;break}if(o!==null&&o>c){ze("KeyframeTrack: Out of order keys.",this,a,c,o),e=!1;break}o=c}if(s!==void 0&&j0(s))for(let a=0,c=s.length;a!==c;++a){let l=s[a];if(isNaN(l)){ze("KeyframeTrack: Value is not a valid number.",this,a,l),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),s=this.getInterpolation()===Dl,r=e.length-1,o=1;for(let a=1;a<r;++a){let c=!1,l=e[a],h=e[a+1];if(l!==h&&(a!==1||l!==e[0]))if(s)c=!0;else{let u=a*n,d=u-n,f=u+n;for(let _=0;_!==n;++_){let y=t[u+_];if(y!==t[d+_]||y!==t[f+_]){c=!0;break}}}if(c){if(a!==o){e[o]=e[a];let u=a*n,d=o*n;for(let f=0;f!==n;++f)t[d+f]=t[u+f]}++o}}if(r>0){e[o]=e[r];for(let a=r*n,c=o*n,l=0;l!==n;++l)t[c+l]=t[a+l];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,s=new n(this.name,e,t);return s.createInterpolant=this.createInterpolant,Vo(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function jp(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function Jp(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}zn.prototype.ValueTypeName="";zn.prototype.TimeBufferType=Float32Array;zn.prototype.ValueBufferType=Float32Array;zn.prototype.DefaultInterpolation=ir;var rs=class extends zn{constructor(e,t,n){super(e,t,n)}};rs.prototype.ValueTypeName="bool";rs.prototype.ValueBufferType=Array;rs.prototype.DefaultInterpolation=nr;rs.prototype.InterpolantFactoryMethodLinear=void 0;rs.prototype.InterpolantFactoryMethodSmooth=void 0;var ca=class extends zn{constructor(e,t,n,s){super(e,t,n,s)}};ca.prototype.ValueTypeName="color";var os=class extends zn{constructor(e,t,n,s){super(e,t,n,s)}};os.prototype.ValueTypeName="number";var tc=class extends Di{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=(n-t)/(s-t),l=e*a;for(let h=l+a;l!==h;l+=4)An.slerpFlat(r,0,o,l-a,o,l,c);return r}},as=class extends zn{constructor(e,t,n,s){super(e,t,n,s)}InterpolantFactoryMethodLinear(e){return new tc(this.times,this.values,this.getValueSize(),e)}};as.prototype.ValueTypeName="quaternion";as.prototype.InterpolantFactoryMethodSmooth=void 0;var ls=class extends zn{constructor(e,t,n){super(e,t,n)}};ls.prototype.ValueTypeName="string";ls.prototype.ValueBufferType=Array;ls.prototype.DefaultInterpolation=nr;ls.prototype.InterpolantFactoryMethodLinear=void 0;ls.prototype.InterpolantFactoryMethodSmooth=void 0;var Rs=class extends zn{constructor(e,t,n,s){super(e,t,n,s)}};Rs.prototype.ValueTypeName="vector";var ua=class{constructor(e="",t=-1,n=[],s=Pm){this.name=e,this.tracks=n,this.duration=t,this.blendMode=s,this.uuid=Ui(),this.userData={},this.duration<0&&this.resetDuration()}static parse(e){let t=[],n=e.tracks,s=1/(e.fps||1);for(let o=0,a=n.length;o!==a;++o)t.push(H_(n[o]).scale(s));let r=new this(e.name,e.duration,t,e.blendMode);return r.uuid=e.uuid,r.userData=JSON.parse(e.userData||"{}"),r}static toJSON(e){let t=[],n=e.tracks,s={name:e.name,duration:e.duration,tracks:t,uuid:e.uuid,blendMode:e.blendMode,userData:JSON.stringify(e.userData)};for(let r=0,o=n.length;r!==o;++r)t.push(zn.toJSON(n[r]));return s}static CreateFromMorphTargetSequence(e,t,n,s){let r=t.length,o=[];for(let a=0;a<r;a++){let c=[],l=[];c.push((a+r-1)%r,a,(a+1)%r),l.push(0,1,0);let h=F_(c);c=Zp(c,1,h),l=Zp(l,1,h),!s&&c[0]===0&&(c.push(r),l.push(l[0])),o.push(new os(".morphTargetInfluences["+t[a].name+"]",c,l).scale(1/n))}return new this(e,-1,o)}static findByName(e,t){let n=e;if(!Array.isArray(e)){let s=e;n=s.geometry&&s.geometry.animations||s.animations}for(let s=0;s<n.length;s++)if(n[s].name===t)return n[s];return null}static CreateClipsFromMorphTargetSequences(e,t,n){let s={},r=/^([\w-]*?)([\d]+)$/;for(let a=0,c=e.length;a<c;a++){let l=e[a],h=l.name.match(r);if(h&&h.length>1){let u=h[1],d=s[u];d||(s[u]=d=[]),d.push(l)}}let o=[];for(let a in s)o.push(this.CreateFromMorphTargetSequence(a,s[a],t,n));return o}resetDuration(){let e=this.tracks,t=0;for(let n=0,s=e.length;n!==s;++n){let r=this.tracks[n];t=Math.max(t,r.times[r.times.length-1])}return this.duration=t,this}trim(){for(let e=0;e<this.tracks.length;e++)this.tracks[e].trim(0,this.duration);return this}validate(){let e=!0;for(let t=0;t<this.tracks.length;t++)e=e&&this.tracks[t].validate();return e}optimize(){for(let e=0;e<this.tracks.length;e++)this.tracks[e].optimize();return this}clone(){let e=[];for(let n=0;n<this.tracks.length;n++)e.push(this.tracks[n].clone());let t=new this.constructor(this.name,this.duration,e,this.blendMode);return t.userData=JSON.parse(JSON.stringify(this.userData)),t}toJSON(){return this.constructor.toJSON(this)}};function V_(i){switch(i.toLowerCase()){case"scalar":case"double":case"float":case"number":case"integer":return os;case"vector":case"vector2":case"vector3":case"vector4":return Rs;case"color":return ca;case"quaternion":return as;case"bool":case"boolean":return rs;case"string":return ls}throw new Error("THREE.KeyframeTrack: Unsupported typeName: "+i)}function H_(i){if(i.type===void 0)throw new Error("THREE.KeyframeTrack: track type undefined, can not parse");let e=V_(i.type);if(i.times===void 0){let n=[],s=[];k_(i.keys,n,s,"value"),i.times=n,i.values=s}let t;return e.parse!==void 0?t=e.parse(i):t=new e(i.name,i.times,i.values,i.interpolation),Vo(i.settings)&&(t.settings={inTangents:ws(i.settings.inTangents,Float32Array),outTangents:ws(i.settings.outTangents,Float32Array)}),t}var Pi={enabled:!1,files:{},add:function(i,e){this.enabled!==!1&&(Qp(i)||(this.files[i]=e))},get:function(i){if(this.enabled!==!1&&!Qp(i))return this.files[i]},remove:function(i){delete this.files[i]},clear:function(){this.files={}}};function Qp(i){try{let e=i.slice(i.indexOf(":")+1);return new URL(e).protocol==="blob:"}catch{return!1}}var nc=class{constructor(e,t,n){let s=this,r=!1,o=0,a=0,c,l=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(h){a++,r===!1&&s.onStart!==void 0&&s.onStart(h,o,a),r=!0},this.itemEnd=function(h){o++,s.onProgress!==void 0&&s.onProgress(h,o,a),o===a&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(h){s.onError!==void 0&&s.onError(h)},this.resolveURL=function(h){return h=h.normalize("NFC"),c?c(h):h},this.setURLModifier=function(h){return c=h,this},this.addHandler=function(h,u){return l.push(h,u),this},this.removeHandler=function(h){let u=l.indexOf(h);return u!==-1&&l.splice(u,2),this},this.getHandler=function(h){for(let u=0,d=l.length;u<d;u+=2){let f=l[u],_=l[u+1];if(f.global&&(f.lastIndex=0),f.test(h))return _}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},qm=new nc,Rn=class{constructor(e){this.manager=e!==void 0?e:qm,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(s,r){n.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Rn.DEFAULT_MATERIAL_NAME="__DEFAULT";var Ji={},vh=class extends Error{constructor(e,t){super(e),this.response=t}},ri=class extends Rn{constructor(e){super(e),this.mimeType="",this.responseType="",this._abortController=new AbortController}load(e,t,n,s){e===void 0&&(e=""),this.path!==void 0&&(e=this.path+e),e=this.manager.resolveURL(e);let r=Pi.get(`file:${e}`);if(r!==void 0){this.manager.itemStart(e),setTimeout(()=>{t&&t(r),this.manager.itemEnd(e)},0);return}if(Ji[e]!==void 0){Ji[e].push({onLoad:t,onProgress:n,onError:s});return}Ji[e]=[],Ji[e].push({onLoad:t,onProgress:n,onError:s});let o=new Request(e,{headers:new Headers(this.requestHeader),credentials:this.withCredentials?"include":"same-origin",priority:this.priority,cache:this.cache,signal:typeof AbortSignal.any=="function"?AbortSignal.any([this._abortController.signal,this.manager.abortController.signal]):this._abortController.signal}),a=this.mimeType,c=this.responseType;fetch(o).then(l=>{if(l.status===200||l.status===0){if(l.status===0&&Pe("FileLoader: HTTP Status 0 received."),typeof ReadableStream>"u"||l.body===void 0||l.body.getReader===void 0)return l;let h=Ji[e],u=l.body.getReader(),d=l.headers.get("X-File-Size")||l.headers.get("Content-Length"),f=d?parseInt(d):0,_=f!==0,y=0,g=new ReadableStream({start(m){b();function b(){u.read().then(({done:M,value:v})=>{if(M)m.close();else{y+=v.byteLength;let E=new ProgressEvent("progress",{lengthComputable:_,loaded:y,total:f});for(let A=0,x=h.length;A<x;A++){let S=h[A];S.onProgress&&S.onProgress(E)}m.enqueue(v),b()}},M=>{m.error(M)})}}});return new Response(g)}else throw new vh(`fetch for "${l.url}" responded with ${l.status}: ${l.statusText}`,l)}).then(l=>{switch(c){case"arraybuffer":return l.arrayBuffer();case"blob":return l.blob();case"document":return l.text().then(h=>new DOMParser().parseFromString(h,a));case"json":return l.json();default:if(a==="")return l.text();{let u=/charset="?([^;"\s]*)"?/i.exec(a),d=u&&u[1]?u[1].toLowerCase():void 0,f=new TextDecoder(d);return l.arrayBuffer().then(_=>f.decode(_))}}}).then(l=>{Pi.add(`file:${e}`,l);let h=Ji[e];delete Ji[e];for(let u=0,d=h.length;u<d;u++){let f=h[u];f.onLoad&&f.onLoad(l)}}).catch(l=>{let h=Ji[e];if(h===void 0)throw this.manager.itemError(e),l;delete Ji[e];for(let u=0,d=h.length;u<d;u++){let f=h[u];f.onError&&f.onError(l)}this.manager.itemError(e)}).finally(()=>{this.manager.itemEnd(e)}),this.manager.itemStart(e)}setResponseType(e){return this.responseType=e,this}setMimeType(e){return this.mimeType=e,this}abort(){return this._abortController.abort(),this._abortController=new AbortController,this}};var Vr=new WeakMap,ic=class extends Rn{constructor(e){super(e)}load(e,t,n,s){this.path!==void 0&&(e=this.path+e),e=this.manager.resolveURL(e);let r=this,o=Pi.get(`image:${e}`);if(o!==void 0){if(o.complete===!0)r.manager.itemStart(e),setTimeout(function(){t&&t(o),r.manager.itemEnd(e)},0);else{let u=Vr.get(o);u===void 0&&(u=[],Vr.set(o,u)),u.push({onLoad:t,onError:s})}return o}let a=Yr("img");function c(){h(),t&&t(this);let u=Vr.get(this)||[];for(let d=0;d<u.length;d++){let f=u[d];f.onLoad&&f.onLoad(this)}Vr.delete(this),r.manager.itemEnd(e)}function l(u){h(),s&&s(u),Pi.remove(`image:${e}`);let d=Vr.get(this)||[];for(let f=0;f<d.length;f++){let _=d[f];_.onError&&_.onError(u)}Vr.delete(this),r.manager.itemError(e),r.manager.itemEnd(e)}function h(){a.removeEventListener("load",c,!1),a.removeEventListener("error",l,!1)}return a.addEventListener("load",c,!1),a.addEventListener("error",l,!1),e.slice(0,5)!=="data:"&&this.crossOrigin!==void 0&&(a.crossOrigin=this.crossOrigin),Pi.add(`image:${e}`,a),r.manager.itemStart(e),a.fetchPriority=this.priority,a.src=e,a}};var ha=class extends Rn{constructor(e){super(e)}load(e,t,n,s){let r=new rn,o=new ic(this.manager);return o.setPriority(this.priority),o.setCache(this.cache),o.setCrossOrigin(this.crossOrigin),o.setPath(this.path),o.load(e,function(a){r.image=a,r.needsUpdate=!0,t!==void 0&&t(r)},n,s),r}},ur=class extends Nt{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type="Light",this.color=new pe(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}};var hh=new We,em=new U,tm=new U,so=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new Le(512,512),this.mapType=Vn,this.map=null,this.mapPass=null,this.matrix=new We,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new As,this._frameExtents=new Le(1,1),this._viewportCount=1,this._viewports=[new St(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;em.setFromMatrixPosition(e.matrixWorld),t.position.copy(em),tm.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(tm),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,n,s){hh.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),n.setFromProjectionMatrix(hh,e.coordinateSystem,e.reversedDepth);let r=this._frameExtents,o=s?s.z/r.x:1,a=s?s.w/r.y:1,c=s?s.x/r.x:0,l=s?s.y/r.y:0;e.coordinateSystem===$r||e.reversedDepth?t.set(.5*o,0,0,.5*o+c,0,.5*a,0,.5*a+l,0,0,1,0,0,0,0,1):t.set(.5*o,0,0,.5*o+c,0,.5*a,0,.5*a+l,0,0,.5,.5,0,0,0,1),t.multiply(hh)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},Ll=new U,Nl=new An,Ci=new U,da=class extends Nt{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new We,this.projectionMatrix=new We,this.projectionMatrixInverse=new We,this.coordinateSystem=ti,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(Ll,Nl,Ci),Ci.x===1&&Ci.y===1&&Ci.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Ll,Nl,Ci.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(Ll,Nl,Ci),Ci.x===1&&Ci.y===1&&Ci.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Ll,Nl,Ci.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Ss=new U,nm=new Le,im=new Le,nn=class extends da{constructor(e=50,t=1,n=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=sr*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(Ho*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return sr*2*Math.atan(Math.tan(Ho*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){Ss.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(Ss.x,Ss.y).multiplyScalar(-e/Ss.z),Ss.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(Ss.x,Ss.y).multiplyScalar(-e/Ss.z)}getViewSize(e,t){return this.getViewBounds(e,nm,im),t.subVectors(im,nm)}setViewOffset(e,t,n,s,r,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(Ho*.5*this.fov)/this.zoom,n=2*t,s=this.aspect*n,r=-.5*s,o=this.view;if(this.view!==null&&this.view.enabled){let c=o.fullWidth,l=o.fullHeight;r+=o.offsetX*s/c,t-=o.offsetY*n/l,s*=o.width/c,n*=o.height/l}let a=this.filmOffset;a!==0&&(r+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}},yh=class extends so{constructor(){super(new nn(50,1,.5,500)),this.isSpotLightShadow=!0,this.focus=1,this.aspect=1}updateMatrices(e){let t=this.camera,n=sr*2*e.angle*this.focus,s=this.mapSize.width/this.mapSize.height*this.aspect,r=e.distance||t.far;(n!==t.fov||s!==t.aspect||r!==t.far)&&(t.fov=n,t.aspect=s,t.far=r,t.updateProjectionMatrix()),super.updateMatrices(e)}copy(e){return super.copy(e),this.focus=e.focus,this.aspect=e.aspect,this}toJSON(){let e=super.toJSON();return e.focus=this.focus,e.aspect=this.aspect,e}},fa=class extends ur{constructor(e,t,n=0,s=Math.PI/3,r=0,o=2){super(e,t),this.isSpotLight=!0,this.type="SpotLight",this.position.copy(Nt.DEFAULT_UP),this.updateMatrix(),this.target=new Nt,this.distance=n,this.angle=s,this.penumbra=r,this.decay=o,this.map=null,this.shadow=new yh}get power(){return this.intensity*Math.PI}set power(e){this.intensity=e/Math.PI}dispose(){super.dispose(),this.shadow.dispose()}copy(e,t){return super.copy(e,t),this.distance=e.distance,this.angle=e.angle,this.penumbra=e.penumbra,this.decay=e.decay,this.target=e.target.clone(),this.map=e.map,this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.distance=this.distance,t.object.angle=this.angle,t.object.decay=this.decay,t.object.penumbra=this.penumbra,t.object.target=this.target.uuid,this.map&&this.map.isTexture&&(t.object.map=this.map.toJSON(e).uuid),t.object.shadow=this.shadow.toJSON(),t}},bh=class extends so{constructor(){super(new nn(90,1,.5,500)),this.isPointLightShadow=!0}},hr=class extends ur{constructor(e,t,n=0,s=2){super(e,t),this.isPointLight=!0,this.type="PointLight",this.distance=n,this.decay=s,this.shadow=new bh}get power(){return this.intensity*4*Math.PI}set power(e){this.intensity=e/(4*Math.PI)}dispose(){super.dispose(),this.shadow.dispose()}copy(e,t){return super.copy(e,t),this.distance=e.distance,this.decay=e.decay,this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.distance=this.distance,t.object.decay=this.decay,t.object.shadow=this.shadow.toJSON(),t}},Mi=class extends da{constructor(e=-1,t=1,n=1,s=-1,r=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=s,this.near=r,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,s,r,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=n-e,o=n+e,a=s+t,c=s-t;if(this.view!==null&&this.view.enabled){let l=(this.right-this.left)/this.view.fullWidth/this.zoom,h=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=l*this.view.offsetX,o=r+l*this.view.width,a-=h*this.view.offsetY,c=a-h*this.view.height}this.projectionMatrix.makeOrthographic(r,o,a,c,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},Mh=class extends so{constructor(){super(new Mi(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},dr=class extends ur{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type="DirectionalLight",this.position.copy(Nt.DEFAULT_UP),this.updateMatrix(),this.target=new Nt,this.shadow=new Mh}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}},pa=class extends ur{constructor(e,t){super(e,t),this.isAmbientLight=!0,this.type="AmbientLight"}};var cs=class{static extractUrlBase(e){let t=e.lastIndexOf("/");return t===-1?"./":e.slice(0,t+1)}static resolveURL(e,t){return typeof e!="string"||e===""?"":(/^https?:\/\//i.test(t)&&/^\//.test(e)&&(t=t.replace(/(^https?:\/\/[^\/]+).*/i,"$1")),/^(https?:)?\/\//i.test(e)||/^data:.*,.*$/i.test(e)||/^blob:.*$/i.test(e)?e:t+e)}};var dh=new WeakMap,ma=class extends Rn{constructor(e){super(e),this.isImageBitmapLoader=!0,typeof createImageBitmap>"u"&&Pe("ImageBitmapLoader: createImageBitmap() not supported."),typeof fetch>"u"&&Pe("ImageBitmapLoader: fetch() not supported."),this.options={premultiplyAlpha:"none"},this._abortController=new AbortController}setOptions(e){return this.options=e,this}load(e,t,n,s){e===void 0&&(e=""),this.path!==void 0&&(e=this.path+e),e=this.manager.resolveURL(e);let r=this,o=Pi.get(`image-bitmap:${e}`);if(o!==void 0){if(r.manager.itemStart(e),o.then){o.then(l=>{dh.has(o)===!0?(s&&s(dh.get(o)),r.manager.itemError(e),r.manager.itemEnd(e)):(t&&t(l),r.manager.itemEnd(e))});return}setTimeout(function(){t&&t(o),r.manager.itemEnd(e)},0);return}let a={};a.credentials=this.withCredentials||this.crossOrigin!=="anonymous"?"include":"same-origin",a.headers=this.requestHeader,a.priority=this.priority,a.cache=this.cache,a.signal=typeof AbortSignal.any=="function"?AbortSignal.any([this._abortController.signal,this.manager.abortController.signal]):this._abortController.signal;let c=fetch(e,a).then(function(l){return l.blob()}).then(function(l){return createImageBitmap(l,Object.assign({},r.options,{colorSpaceConversion:"none"}))}).then(function(l){return Pi.add(`image-bitmap:${e}`,l),t&&t(l),r.manager.itemEnd(e),l}).catch(function(l){s&&s(l),dh.set(c,l),Pi.remove(`image-bitmap:${e}`),r.manager.itemError(e),r.manager.itemEnd(e)});Pi.add(`image-bitmap:${e}`,c),r.manager.itemStart(e)}abort(){return this._abortController.abort(),this._abortController=new AbortController,this}};var Hr=-90,Gr=1,ro=class extends Nt{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new nn(Hr,Gr,e,t);s.layers=this.layers,this.add(s);let r=new nn(Hr,Gr,e,t);r.layers=this.layers,this.add(r);let o=new nn(Hr,Gr,e,t);o.layers=this.layers,this.add(o);let a=new nn(Hr,Gr,e,t);a.layers=this.layers,this.add(a);let c=new nn(Hr,Gr,e,t);c.layers=this.layers,this.add(c);let l=new nn(Hr,Gr,e,t);l.layers=this.layers,this.add(l)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,s,r,o,a,c]=t;for(let l of t)this.remove(l);if(e===ti)n.up.set(0,1,0),n.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),c.up.set(0,1,0),c.lookAt(0,0,-1);else if(e===$r)n.up.set(0,-1,0),n.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),c.up.set(0,-1,0),c.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let l of t)this.add(l),l.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,o,a,c,l,h]=this.children,u=e.getRenderTarget(),d=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),_=e.xr.enabled;e.xr.enabled=!1;let y=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let g=!1;e.isWebGLRenderer===!0?g=e.state.buffers.depth.getReversed():g=e.reversedDepthBuffer,e.setRenderTarget(n,0,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(n,1,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,2,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,3,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),e.setRenderTarget(n,4,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),n.texture.mipmapsAutoUpdate=y,e.setRenderTarget(n,5,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(u,d,f),e.xr.enabled=_,n.texture.needsPMREMUpdate=!0}},sc=class extends nn{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var nd="\\[\\]\\.:\\/",G_=new RegExp("["+nd+"]","g"),id="[^"+nd+"]",W_="[^"+nd.replace("\\.","")+"]",X_=/((?:WC+[\/:])*)/.source.replace("WC",id),q_=/(WCOD+)?/.source.replace("WCOD",W_),$_=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",id),Y_=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",id),K_=new RegExp("^"+X_+q_+$_+Y_+"$"),Z_=["material","materials","bones","map"],Sh=class{constructor(e,t,n){let s=n||Rt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,s=this._bindings[n];s!==void 0&&s.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=n.length;s!==r;++s)n[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},Rt=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(G_,"")}static parseTrackName(e){let t=K_.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=n.nodeName&&n.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=n.nodeName.substring(s+1);Z_.indexOf(r)!==-1&&(n.nodeName=n.nodeName.substring(0,s),n.objectName=r)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(r){for(let o=0;o<r.length;o++){let a=r[o];if(a.name===t||a.uuid===t)return a;let c=n(a.children);if(c)return c}return null},s=n(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)e[t++]=n[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Pe("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let l=t.objectIndex;switch(n){case"materials":if(!e.material){ze("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){ze("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){ze("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let h=0;h<e.length;h++)if(e[h].name===l){l=h;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){ze("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){ze("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){ze("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(l!==void 0){if(e[l]===void 0){ze("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[l]}}let o=e[s];if(o===void 0){let l=t.nodeName;ze("PropertyBinding: Trying to update property for track: "+l+"."+s+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let c=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){ze("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){ze("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}c=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=r}else o.fromArray!==void 0&&o.toArray!==void 0?(c=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(c=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=s;this.getValue=this.GetterByBindingType[c],this.setValue=this.SetterByBindingTypeAndVersioning[c][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Rt.Composite=Sh;Rt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Rt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Rt.prototype.GetterByBindingType=[Rt.prototype._getValue_direct,Rt.prototype._getValue_array,Rt.prototype._getValue_arrayElement,Rt.prototype._getValue_toArray];Rt.prototype.SetterByBindingTypeAndVersioning=[[Rt.prototype._setValue_direct,Rt.prototype._setValue_direct_setNeedsUpdate,Rt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Rt.prototype._setValue_array,Rt.prototype._setValue_array_setNeedsUpdate,Rt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Rt.prototype._setValue_arrayElement,Rt.prototype._setValue_arrayElement_setNeedsUpdate,Rt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Rt.prototype._setValue_fromArray,Rt.prototype._setValue_fromArray_setNeedsUpdate,Rt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var P1=new Float32Array(1);var sm=new We,ga=class{constructor(e,t,n=0,s=1/0){this.ray=new Li(e,t),this.near=n,this.far=s,this.camera=null,this.layers=new jr,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(e,t){this.ray.set(e,t)}setFromCamera(e,t){t.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(e.x,e.y,.5).unproject(t).sub(this.ray.origin).normalize(),this.camera=t):t.isOrthographicCamera?(this.ray.origin.set(e.x,e.y,t.projectionMatrix.elements[14]).unproject(t),this.ray.direction.set(0,0,-1).transformDirection(t.matrixWorld),this.camera=t):ze("Raycaster: Unsupported camera type: "+t.type)}setFromXRController(e){return sm.identity().extractRotation(e.matrixWorld),this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(sm),this}intersectObject(e,t=!0,n=[]){return wh(e,this,n,t),n.sort(rm),n}intersectObjects(e,t=!0,n=[]){for(let s=0,r=e.length;s<r;s++)wh(e[s],this,n,t);return n.sort(rm),n}};function rm(i,e){return i.distance-e.distance}function wh(i,e,t,n){let s=!0;if(i.layers.test(e.layers)&&i.raycast(e,t)===!1&&(s=!1),s===!0&&n===!0){let r=i.children;for(let o=0,a=r.length;o<a;o++)wh(r[o],e,t,!0)}}var oo=class{constructor(e=1,t=0,n=0){this.radius=e,this.phi=t,this.theta=n}set(e,t,n){return this.radius=e,this.phi=t,this.theta=n,this}copy(e){return this.radius=e.radius,this.phi=e.phi,this.theta=e.theta,this}makeSafe(){return this.phi=je(this.phi,1e-6,Math.PI-1e-6),this}setFromVector3(e){return this.setFromCartesianCoords(e.x,e.y,e.z)}setFromCartesianCoords(e,t,n){return this.radius=Math.sqrt(e*e+t*t+n*n),this.radius===0?(this.theta=0,this.phi=0):(this.theta=Math.atan2(e,n),this.phi=Math.acos(je(t/this.radius,-1,1))),this}clone(){return new this.constructor().copy(this)}};var Th=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=n,r[3]=s,this}};var _a=class extends ni{constructor(e=10,t=10,n=4473924,s=8947848){n=new pe(n),s=new pe(s);let r=t/2,o=e/t,a=e/2,c=[],l=[];for(let d=0,f=0,_=-a;d<=t;d++,_+=o){c.push(-a,0,_,a,0,_),c.push(_,0,-a,_,0,a);let y=d===r?n:s;y.toArray(l,f),f+=3,y.toArray(l,f),f+=3,y.toArray(l,f),f+=3,y.toArray(l,f),f+=3}let h=new It;h.setAttribute("position",new at(c,3)),h.setAttribute("color",new at(l,3));let u=new Un({vertexColors:!0,toneMapped:!1});super(h,u),this.type="GridHelper"}dispose(){super.dispose(),this.geometry.dispose(),this.material.dispose()}};var xa=class extends ni{constructor(e,t=16776960){let n=new Uint16Array([0,1,1,2,2,3,3,0,4,5,5,6,6,7,7,4,0,4,1,5,2,6,3,7]),s=[1,1,1,-1,1,1,-1,-1,1,1,-1,1,1,1,-1,-1,1,-1,-1,-1,-1,1,-1,-1],r=new It;r.setIndex(new wt(n,1)),r.setAttribute("position",new at(s,3)),super(r,new Un({color:t,toneMapped:!1})),this.box=e,this.type="Box3Helper",this.geometry.computeBoundingSphere()}updateMatrixWorld(e){let t=this.box;t.isEmpty()||(t.getCenter(this.position),t.getSize(this.scale),this.scale.multiplyScalar(.5),super.updateMatrixWorld(e))}dispose(){super.dispose(),this.geometry.dispose(),this.material.dispose()}};var va=class extends vi{constructor(e,t=null){super(),this.object=e,this.domElement=t,this.enabled=!0,this.state=-1,this.keys={},this.mouseButtons={LEFT:null,MIDDLE:null,RIGHT:null},this.touches={ONE:null,TWO:null}}connect(e){this.domElement!==null&&this.disconnect(),this.domElement=e}disconnect(){}dispose(){}update(){}};function sd(i,e,t,n){let s=j_(n);switch(t){case Gh:return i*e;case hc:return i*e/s.components*s.byteLength;case dc:return i*e/s.components*s.byteLength;case Is:return i*e*2/s.components*s.byteLength;case fc:return i*e*2/s.components*s.byteLength;case Wh:return i*e*3/s.components*s.byteLength;case ci:return i*e*4/s.components*s.byteLength;case pc:return i*e*4/s.components*s.byteLength;case Sa:case wa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Ta:case Aa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case gc:case xc:return Math.max(i,16)*Math.max(e,8)/4;case mc:case _c:return Math.max(i,8)*Math.max(e,8)/2;case vc:case yc:case Mc:case Sc:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case bc:case Ea:case wc:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Tc:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Ac:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case Ec:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case Rc:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case Cc:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case Pc:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case Ic:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case Lc:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case Nc:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case Dc:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case Uc:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case Oc:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case Fc:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case kc:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case Bc:case zc:case Vc:return Math.ceil(i/4)*Math.ceil(e/4)*16;case Hc:case Gc:return Math.ceil(i/4)*Math.ceil(e/4)*8;case Ra:case Wc:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function j_(i){switch(i){case Vn:case Bh:return{byteLength:1,components:1};case ho:case zh:case wi:return{byteLength:2,components:1};case cc:case uc:return{byteLength:2,components:4};case Si:case lc:case $n:return{byteLength:4,components:1};case Vh:case Hh:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Pe("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");/**
 * @license
 * Copyright 2010-2026 Three.js Authors
 * SPDX-License-Identifier: MIT
 */function pg(){let i=null,e=!1,t=null,n=null;function s(r,o){n=i.requestAnimationFrame(s),t(r,o)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(s),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){i=r}}}function Q_(i){let e=new WeakMap;function t(a,c){let l=a.array,h=a.usage,u=l.byteLength,d=i.createBuffer();i.bindBuffer(c,d),i.bufferData(c,l,h),a.onUploadCallback();let f;if(l instanceof Float32Array)f=i.FLOAT;else if(typeof Float16Array<"u"&&l instanceof Float16Array)f=i.HALF_FLOAT;else if(l instanceof Uint16Array)a.isFloat16BufferAttribute?f=i.HALF_FLOAT:f=i.UNSIGNED_SHORT;else if(l instanceof Int16Array)f=i.SHORT;else if(l instanceof Uint32Array)f=i.UNSIGNED_INT;else if(l instanceof Int32Array)f=i.INT;else if(l instanceof Int8Array)f=i.BYTE;else if(l instanceof Uint8Array)f=i.UNSIGNED_BYTE;else if(l instanceof Uint8ClampedArray)f=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+l);return{buffer:d,type:f,bytesPerElement:l.BYTES_PER_ELEMENT,version:a.version,size:u}}function n(a,c,l){let h=c.array,u=c.updateRanges;if(i.bindBuffer(l,a),u.length===0)i.bufferSubData(l,0,h);else{u.sort((f,_)=>f.start-_.start);let d=0;for(let f=1;f<u.length;f++){let _=u[d],y=u[f];y.start<=_.start+_.count+1?_.count=Math.max(_.count,y.start+y.count-_.start):(++d,u[d]=y)}u.length=d+1;for(let f=0,_=u.length;f<_;f++){let y=u[f];i.bufferSubData(l,y.start*h.BYTES_PER_ELEMENT,h,y.start,y.count)}c.clearUpdateRanges()}c.onUploadCallback()}function s(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function r(a){a.isInterleavedBufferAttribute&&(a=a.data);let c=e.get(a);c&&(i.deleteBuffer(c.buffer),e.delete(a))}function o(a,c){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let h=e.get(a);(!h||h.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let l=e.get(a);if(l===void 0)e.set(a,t(a,c));else if(l.version<a.version){if(l.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(l.buffer,a,c),l.version=a.version}}return{get:s,remove:r,update:o}}var ex=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,tx=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,nx=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,ix=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,sx=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,rx=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,ox=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,ax=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,lx=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,cx=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,ux=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,hx=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,dx=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,fx=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,px=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,mx=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,gx=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,_x=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,xx=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,vx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,yx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,bx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,Mx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,Sx=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,wx=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,Tx=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,Ax=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,Ex=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,Rx=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,Cx="gl_FragColor = linearToOutputTexel( gl_FragColor );",Px=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,Ix=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,Lx=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,Nx=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,Dx=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,Ux=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,Ox=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,Fx=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,kx=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,Bx=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,zx=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,Vx=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,Hx=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,Gx=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,Wx=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,Xx=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,qx=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,$x=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,Yx=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,Kx=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,Zx=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,jx=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,Jx=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,Qx=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,ev=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,tv=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,nv=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,iv=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,sv=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,rv=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,ov=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,av=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,lv=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,cv=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,uv=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,hv=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,dv=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,fv=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,pv=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,mv=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,gv=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,_v=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,xv=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,vv=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,yv=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,bv=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,Mv=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,Sv=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,wv=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,Tv=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,Av=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,Ev=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,Rv=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,Cv=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,Pv=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,Iv=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,Lv=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,Nv=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,Dv=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,Uv=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,Ov=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,Fv=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,kv=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,Bv=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,zv=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,Vv=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,Hv=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,Gv=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,Wv=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,Xv=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,qv=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,$v=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,Yv=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,Kv=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,Zv=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,jv=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,Jv=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,Qv=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,ey=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,ty=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,ny=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,iy=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,sy=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,ry=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,oy=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,ay=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,ly=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,cy=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,uy=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,hy=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,dy=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,fy=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,py=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,my=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,gy=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,_y=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,xy=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,vy=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,yy=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,by=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,My=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,Sy=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,wy=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,Ty=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,Ay=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,Ey=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,Ry=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,Cy=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,Py=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,Iy=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,Ly=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,Ke={alphahash_fragment:ex,alphahash_pars_fragment:tx,alphamap_fragment:nx,alphamap_pars_fragment:ix,alphatest_fragment:sx,alphatest_pars_fragment:rx,aomap_fragment:ox,aomap_pars_fragment:ax,batching_pars_vertex:lx,batching_vertex:cx,begin_vertex:ux,beginnormal_vertex:hx,bsdfs:dx,iridescence_fragment:fx,bumpmap_pars_fragment:px,clipping_planes_fragment:mx,clipping_planes_pars_fragment:gx,clipping_planes_pars_vertex:_x,clipping_planes_vertex:xx,color_fragment:vx,color_pars_fragment:yx,color_pars_vertex:bx,color_vertex:Mx,common:Sx,defaultnormal_vertex:wx,displacementmap_pars_vertex:Tx,displacementmap_vertex:Ax,emissivemap_fragment:Ex,emissivemap_pars_fragment:Rx,colorspace_fragment:Cx,colorspace_pars_fragment:Px,envmap_fragment:Ix,envmap_common_pars_fragment:Lx,envmap_pars_fragment:Nx,envmap_pars_vertex:Dx,envmap_physical_pars_fragment:Xx,envmap_vertex:Ux,fog_vertex:Ox,fog_pars_vertex:Fx,fog_fragment:kx,fog_pars_fragment:Bx,gradientmap_pars_fragment:zx,lightmap_pars_fragment:Vx,lights_lambert_fragment:Hx,lights_lambert_pars_fragment:Gx,lights_pars_begin:Wx,lights_toon_fragment:qx,lights_toon_pars_fragment:$x,lights_phong_fragment:Yx,lights_phong_pars_fragment:Kx,lights_physical_fragment:Zx,lights_physical_pars_fragment:jx,lights_fragment_begin:Jx,lights_fragment_maps:Qx,lights_fragment_end:ev,lightprobes_pars_fragment:tv,logdepthbuf_fragment:nv,logdepthbuf_pars_fragment:iv,logdepthbuf_pars_vertex:sv,logdepthbuf_vertex:rv,map_fragment:ov,map_pars_fragment:av,map_particle_fragment:lv,map_particle_pars_fragment:cv,metalnessmap_fragment:uv,metalnessmap_pars_fragment:hv,morphinstance_vertex:dv,morphcolor_vertex:fv,morphnormal_vertex:pv,morphtarget_pars_vertex:mv,morphtarget_vertex:gv,normal_fragment_begin:_v,normal_fragment_maps:xv,normal_pars_fragment:vv,normal_pars_vertex:yv,normal_vertex:bv,normalmap_pars_fragment:Mv,clearcoat_normal_fragment_begin:Sv,clearcoat_normal_fragment_maps:wv,clearcoat_pars_fragment:Tv,iridescence_pars_fragment:Av,opaque_fragment:Ev,packing:Rv,premultiplied_alpha_fragment:Cv,project_vertex:Pv,dithering_fragment:Iv,dithering_pars_fragment:Lv,roughnessmap_fragment:Nv,roughnessmap_pars_fragment:Dv,shadowmap_pars_fragment:Uv,shadowmap_pars_vertex:Ov,shadowmap_vertex:Fv,shadowmask_pars_fragment:kv,skinbase_vertex:Bv,skinning_pars_vertex:zv,skinning_vertex:Vv,skinnormal_vertex:Hv,specularmap_fragment:Gv,specularmap_pars_fragment:Wv,tonemapping_fragment:Xv,tonemapping_pars_fragment:qv,transmission_fragment:$v,transmission_pars_fragment:Yv,uv_pars_fragment:Kv,uv_pars_vertex:Zv,uv_vertex:jv,worldpos_vertex:Jv,background_vert:Qv,background_frag:ey,backgroundCube_vert:ty,backgroundCube_frag:ny,cube_vert:iy,cube_frag:sy,depth_vert:ry,depth_frag:oy,distance_vert:ay,distance_frag:ly,equirect_vert:cy,equirect_frag:uy,linedashed_vert:hy,linedashed_frag:dy,meshbasic_vert:fy,meshbasic_frag:py,meshlambert_vert:my,meshlambert_frag:gy,meshmatcap_vert:_y,meshmatcap_frag:xy,meshnormal_vert:vy,meshnormal_frag:yy,meshphong_vert:by,meshphong_frag:My,meshphysical_vert:Sy,meshphysical_frag:wy,meshtoon_vert:Ty,meshtoon_frag:Ay,points_vert:Ey,points_frag:Ry,shadow_vert:Cy,shadow_frag:Py,sprite_vert:Iy,sprite_frag:Ly},ge={common:{diffuse:{value:new pe(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new Ve},alphaMap:{value:null},alphaMapTransform:{value:new Ve},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new Ve}},envmap:{envMap:{value:null},envMapRotation:{value:new Ve},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new Ve}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new Ve}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new Ve},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new Ve},normalScale:{value:new Le(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new Ve},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new Ve}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new Ve}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new Ve}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new pe(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new pe(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new Ve},alphaTest:{value:0},uvTransform:{value:new Ve}},sprite:{diffuse:{value:new pe(16777215)},opacity:{value:1},center:{value:new Le(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new Ve},alphaMap:{value:null},alphaMapTransform:{value:new Ve},alphaTest:{value:0}}},Fi={basic:{uniforms:Cn([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.fog]),vertexShader:Ke.meshbasic_vert,fragmentShader:Ke.meshbasic_frag},lambert:{uniforms:Cn([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,ge.lights,{emissive:{value:new pe(0)},envMapIntensity:{value:1}}]),vertexShader:Ke.meshlambert_vert,fragmentShader:Ke.meshlambert_frag},phong:{uniforms:Cn([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,ge.lights,{emissive:{value:new pe(0)},specular:{value:new pe(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:Ke.meshphong_vert,fragmentShader:Ke.meshphong_frag},standard:{uniforms:Cn([ge.common,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.roughnessmap,ge.metalnessmap,ge.fog,ge.lights,{emissive:{value:new pe(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:Ke.meshphysical_vert,fragmentShader:Ke.meshphysical_frag},toon:{uniforms:Cn([ge.common,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.gradientmap,ge.fog,ge.lights,{emissive:{value:new pe(0)}}]),vertexShader:Ke.meshtoon_vert,fragmentShader:Ke.meshtoon_frag},matcap:{uniforms:Cn([ge.common,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,{matcap:{value:null}}]),vertexShader:Ke.meshmatcap_vert,fragmentShader:Ke.meshmatcap_frag},points:{uniforms:Cn([ge.points,ge.fog]),vertexShader:Ke.points_vert,fragmentShader:Ke.points_frag},dashed:{uniforms:Cn([ge.common,ge.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:Ke.linedashed_vert,fragmentShader:Ke.linedashed_frag},depth:{uniforms:Cn([ge.common,ge.displacementmap]),vertexShader:Ke.depth_vert,fragmentShader:Ke.depth_frag},normal:{uniforms:Cn([ge.common,ge.bumpmap,ge.normalmap,ge.displacementmap,{opacity:{value:1}}]),vertexShader:Ke.meshnormal_vert,fragmentShader:Ke.meshnormal_frag},sprite:{uniforms:Cn([ge.sprite,ge.fog]),vertexShader:Ke.sprite_vert,fragmentShader:Ke.sprite_frag},background:{uniforms:{uvTransform:{value:new Ve},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:Ke.background_vert,fragmentShader:Ke.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new Ve}},vertexShader:Ke.backgroundCube_vert,fragmentShader:Ke.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:Ke.cube_vert,fragmentShader:Ke.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:Ke.equirect_vert,fragmentShader:Ke.equirect_frag},distance:{uniforms:Cn([ge.common,ge.displacementmap,{referencePosition:{value:new U},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:Ke.distance_vert,fragmentShader:Ke.distance_frag},shadow:{uniforms:Cn([ge.lights,ge.fog,{color:{value:new pe(0)},opacity:{value:1}}]),vertexShader:Ke.shadow_vert,fragmentShader:Ke.shadow_frag}};Fi.physical={uniforms:Cn([Fi.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new Ve},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new Ve},clearcoatNormalScale:{value:new Le(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new Ve},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new Ve},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new Ve},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new Ve},sheen:{value:0},sheenColor:{value:new pe(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new Ve},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new Ve},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new Ve},transmissionSamplerSize:{value:new Le},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new Ve},attenuationDistance:{value:0},attenuationColor:{value:new pe(0)},specularColor:{value:new pe(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new Ve},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new Ve},anisotropyVector:{value:new Le},anisotropyMap:{value:null},anisotropyMapTransform:{value:new Ve}}]),vertexShader:Ke.meshphysical_vert,fragmentShader:Ke.meshphysical_frag};var qc={r:0,b:0,g:0},Ny=new We,mg=new Ve;mg.set(-1,0,0,0,1,0,0,0,1);function Dy(i,e,t,n,s,r){let o=new pe(0),a=s===!0?0:1,c,l,h=null,u=0,d=null;function f(b){let M=b.isScene===!0?b.background:null;if(M&&M.isTexture){let v=b.backgroundBlurriness>0;M=e.get(M,v)}return M}function _(b){let M=!1,v=f(b);v===null?g(o,a):v&&v.isColor&&(g(v,1),M=!0);let E=i.xr.getEnvironmentBlendMode();E==="additive"?t.buffers.color.setClear(0,0,0,1,r):E==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(i.autoClear||M)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function y(b,M){let v=f(M);v&&v.isCubeTexture?(l===void 0&&(l=new dt(new Ni(1,1,1),new ii({name:"BackgroundCubeMaterial",uniforms:xr(Fi.backgroundCube.uniforms),vertexShader:Fi.backgroundCube.vertexShader,fragmentShader:Fi.backgroundCube.fragmentShader,side:on,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),l.geometry.deleteAttribute("uv"),l.onBeforeRender=function(E,A,x){this.matrixWorld.copyPosition(x.matrixWorld)},Object.defineProperty(l.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(l)),l.material.uniforms.envMap.value=v,l.material.uniforms.backgroundBlurriness.value=M.backgroundBlurriness,l.material.uniforms.backgroundIntensity.value=M.backgroundIntensity,l.material.uniforms.backgroundRotation.value.setFromMatrix4(Ny.makeRotationFromEuler(M.backgroundRotation)).transpose(),v.isRenderTargetTexture===!1&&l.material.uniforms.backgroundRotation.value.premultiply(mg),l.material.toneMapped=Ze.getTransfer(v.colorSpace)!==xt,(h!==v||u!==v.version||d!==i.toneMapping)&&(l.material.needsUpdate=!0,h=v,u=v.version,d=i.toneMapping),l.layers.enableAll(),b.unshift(l,l.geometry,l.material,0,0,null)):v&&v.isTexture&&(c===void 0&&(c=new dt(new cr(2,2),new ii({name:"BackgroundMaterial",uniforms:xr(Fi.background.uniforms),vertexShader:Fi.background.vertexShader,fragmentShader:Fi.background.fragmentShader,side:oi,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),Object.defineProperty(c.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(c)),c.material.uniforms.t2D.value=v,c.material.uniforms.backgroundIntensity.value=M.backgroundIntensity,c.material.toneMapped=Ze.getTransfer(v.colorSpace)!==xt,v.matrixAutoUpdate===!0&&v.updateMatrix(),c.material.uniforms.uvTransform.value.copy(v.matrix),(h!==v||u!==v.version||d!==i.toneMapping)&&(c.material.needsUpdate=!0,h=v,u=v.version,d=i.toneMapping),c.layers.enableAll(),b.unshift(c,c.geometry,c.material,0,0,null))}function g(b,M){b.getRGB(qc,td(i)),t.buffers.color.setClear(qc.r,qc.g,qc.b,M,r)}function m(){l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0),c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0)}return{getClearColor:function(){return o},setClearColor:function(b,M=1){o.set(b),a=M,g(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(b){a=b,g(o,a)},render:_,addToRenderList:y,dispose:m}}function Uy(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},s=d(null),r=s,o=!1;function a(I,O,k,P,G){let X=!1,H=u(I,P,k,O);r!==H&&(r=H,l(r.object)),X=f(I,P,k,G),X&&_(I,P,k,G),G!==null&&e.update(G,i.ELEMENT_ARRAY_BUFFER),(X||o)&&(o=!1,v(I,O,k,P),G!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(G).buffer))}function c(){return i.createVertexArray()}function l(I){return i.bindVertexArray(I)}function h(I){return i.deleteVertexArray(I)}function u(I,O,k,P){let G=P.wireframe===!0,X=n[O.id];X===void 0&&(X={},n[O.id]=X);let H=I.isInstancedMesh===!0?I.id:0,ee=X[H];ee===void 0&&(ee={},X[H]=ee);let q=ee[k.id];q===void 0&&(q={},ee[k.id]=q);let Q=q[G];return Q===void 0&&(Q=d(c()),q[G]=Q),Q}function d(I){let O=[],k=[],P=[];for(let G=0;G<t;G++)O[G]=0,k[G]=0,P[G]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:O,enabledAttributes:k,attributeDivisors:P,object:I,attributes:{},index:null}}function f(I,O,k,P){let G=r.attributes,X=O.attributes,H=0,ee=k.getAttributes();for(let q in ee)if(ee[q].location>=0){let te=G[q],Ae=X[q];if(Ae===void 0&&(q==="instanceMatrix"&&I.instanceMatrix&&(Ae=I.instanceMatrix),q==="instanceColor"&&I.instanceColor&&(Ae=I.instanceColor)),te===void 0||te.attribute!==Ae||Ae&&te.data!==Ae.data)return!0;H++}return r.attributesNum!==H||r.index!==P}function _(I,O,k,P){let G={},X=O.attributes,H=0,ee=k.getAttributes();for(let q in ee)if(ee[q].location>=0){let te=X[q];te===void 0&&(q==="instanceMatrix"&&I.instanceMatrix&&(te=I.instanceMatrix),q==="instanceColor"&&I.instanceColor&&(te=I.instanceColor));let Ae={};Ae.attribute=te,te&&te.data&&(Ae.data=te.data),G[q]=Ae,H++}r.attributes=G,r.attributesNum=H,r.index=P}function y(){let I=r.newAttributes;for(let O=0,k=I.length;O<k;O++)I[O]=0}function g(I){m(I,0)}function m(I,O){let k=r.newAttributes,P=r.enabledAttributes,G=r.attributeDivisors;k[I]=1,P[I]===0&&(i.enableVertexAttribArray(I),P[I]=1),G[I]!==O&&(i.vertexAttribDivisor(I,O),G[I]=O)}function b(){let I=r.newAttributes,O=r.enabledAttributes;for(let k=0,P=O.length;k<P;k++)O[k]!==I[k]&&(i.disableVertexAttribArray(k),O[k]=0)}function M(I,O,k,P,G,X,H){H===!0?i.vertexAttribIPointer(I,O,k,G,X):i.vertexAttribPointer(I,O,k,P,G,X)}function v(I,O,k,P){y();let G=P.attributes,X=k.getAttributes(),H=O.defaultAttributeValues;for(let ee in X){let q=X[ee];if(q.location>=0){let Q=G[ee];if(Q===void 0&&(ee==="instanceMatrix"&&I.instanceMatrix&&(Q=I.instanceMatrix),ee==="instanceColor"&&I.instanceColor&&(Q=I.instanceColor)),Q!==void 0){let te=Q.normalized,Ae=Q.itemSize,De=e.get(Q);if(De===void 0)continue;let K=De.buffer,_e=De.type,Se=De.bytesPerElement,Oe=_e===i.INT||_e===i.UNSIGNED_INT||Q.gpuType===lc;if(Q.isInterleavedBufferAttribute){let xe=Q.data,Xe=xe.isInterleavedBuffer===!0?xe.stride:xe.itemSize,$t=Q.offset;if(xe.isInstancedInterleavedBuffer||xe.isInstancedBufferAttribute){for(let Be=0;Be<q.locationSize;Be++)m(q.location+Be,xe.meshPerAttribute);I.isInstancedMesh!==!0&&P._maxInstanceCount===void 0&&(P._maxInstanceCount=xe.meshPerAttribute*xe.count)}else for(let Be=0;Be<q.locationSize;Be++)g(q.location+Be);i.bindBuffer(i.ARRAY_BUFFER,K);for(let Be=0;Be<q.locationSize;Be++)M(q.location+Be,Ae/q.locationSize,_e,te,Xe*Se,($t+Ae/q.locationSize*Be)*Se,Oe)}else{if(Q.isInstancedBufferAttribute){for(let xe=0;xe<q.locationSize;xe++)m(q.location+xe,Q.meshPerAttribute);I.isInstancedMesh!==!0&&P._maxInstanceCount===void 0&&(P._maxInstanceCount=Q.meshPerAttribute*Q.count)}else for(let xe=0;xe<q.locationSize;xe++)g(q.location+xe);i.bindBuffer(i.ARRAY_BUFFER,K);for(let xe=0;xe<q.locationSize;xe++)M(q.location+xe,Ae/q.locationSize,_e,te,Ae*Se,Ae/q.locationSize*xe*Se,Oe)}}else if(H!==void 0){let te=H[ee];if(te!==void 0)switch(te.length){case 2:i.vertexAttrib2fv(q.location,te);break;case 3:i.vertexAttrib3fv(q.location,te);break;case 4:i.vertexAttrib4fv(q.location,te);break;default:i.vertexAttrib1fv(q.location,te)}}}}b()}function E(){L();for(let I in n){let O=n[I];for(let k in O){let P=O[k];for(let G in P){let X=P[G];for(let H in X)h(X[H].object),delete X[H];delete P[G]}}delete n[I]}}function A(I){if(n[I.id]===void 0)return;let O=n[I.id];for(let k in O){let P=O[k];for(let G in P){let X=P[G];for(let H in X)h(X[H].object),delete X[H];delete P[G]}}delete n[I.id]}function x(I){for(let O in n){let k=n[O];for(let P in k){let G=k[P];if(G[I.id]===void 0)continue;let X=G[I.id];for(let H in X)h(X[H].object),delete X[H];delete G[I.id]}}}function S(I){for(let O in n){let k=n[O],P=I.isInstancedMesh===!0?I.id:0,G=k[P];if(G!==void 0){for(let X in G){let H=G[X];for(let ee in H)h(H[ee].object),delete H[ee];delete G[X]}delete k[P],Object.keys(k).length===0&&delete n[O]}}}function L(){C(),o=!0,r!==s&&(r=s,l(r.object))}function C(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:a,reset:L,resetDefaultState:C,dispose:E,releaseStatesOfGeometry:A,releaseStatesOfObject:S,releaseStatesOfProgram:x,initAttributes:y,enableAttribute:g,disableUnusedAttributes:b}}function Oy(i,e,t){let n;function s(c){n=c}function r(c,l){i.drawArrays(n,c,l),t.update(l,n,1)}function o(c,l,h){h!==0&&(i.drawArraysInstanced(n,c,l,h),t.update(l,n,h))}function a(c,l,h){if(h===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,c,0,l,0,h);let d=0;for(let f=0;f<h;f++)d+=l[f];t.update(d,n,1)}this.setMode=s,this.render=r,this.renderInstances=o,this.renderMultiDraw=a}function Fy(i,e,t,n){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let x=e.get("EXT_texture_filter_anisotropic");s=i.getParameter(x.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function o(x){return!(x!==ci&&n.convert(x)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(x){let S=x===wi&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(x!==Vn&&x!==$n&&!S&&n.convert(x)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function c(x){if(x==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";x="mediump"}return x==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let l=t.precision!==void 0?t.precision:"highp",h=c(l);h!==l&&(Pe("WebGLRenderer:",l,"not supported, using",h,"instead."),l=h);let u=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),d=t.logarithmicDepthBuffer===!0&&u===!1;t.reversedDepthBuffer===!0&&u===!1&&Pe("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&u===!0&&Pe("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let f=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),_=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),y=i.getParameter(i.MAX_TEXTURE_SIZE),g=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),m=i.getParameter(i.MAX_VERTEX_ATTRIBS),b=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),M=i.getParameter(i.MAX_VARYING_VECTORS),v=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),E=i.getParameter(i.MAX_SAMPLES),A=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:c,textureFormatReadable:o,textureTypeReadable:a,precision:l,logarithmicDepthBuffer:d,reversedDepthBuffer:u,maxTextures:f,maxVertexTextures:_,maxTextureSize:y,maxCubemapSize:g,maxAttributes:m,maxVertexUniforms:b,maxVaryings:M,maxFragmentUniforms:v,maxSamples:E,samples:A}}function ky(i){let e=this,t=null,n=0,s=!1,r=!1,o=new Ln,a=new Ve,c={value:null,needsUpdate:!1};this.uniform=c,this.numPlanes=0,this.numIntersection=0,this.init=function(u,d){let f=u.length!==0||d||n!==0||s;return s=d,n=u.length,f},this.beginShadows=function(){r=!0,h(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(u,d){t=h(u,d,0)},this.setState=function(u,d,f){let _=u.clippingPlanes,y=u.clipIntersection,g=u.clipShadows,m=i.get(u);if(!s||_===null||_.length===0||r&&!g)r?h(null):l();else{let b=r?0:n,M=b*4,v=m.clippingState||null;c.value=v,v=h(_,d,M,f);for(let E=0;E!==M;++E)v[E]=t[E];m.clippingState=v,this.numIntersection=y?this.numPlanes:0,this.numPlanes+=b}};function l(){c.value!==t&&(c.value=t,c.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function h(u,d,f,_){let y=u!==null?u.length:0,g=null;if(y!==0){if(g=c.value,_!==!0||g===null){let m=f+y*4,b=d.matrixWorldInverse;a.getNormalMatrix(b),(g===null||g.length<m)&&(g=new Float32Array(m));for(let M=0,v=f;M!==y;++M,v+=4)o.copy(u[M]).applyMatrix4(b,a),o.normal.toArray(g,v),g[v+3]=o.constant}c.value=g,c.needsUpdate=!0}return e.numPlanes=y,e.numIntersection=0,g}}var La=class extends Dn{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},s=[n,n,n,n,n,n];this.texture=new ea(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},s=new Ni(5,5,5),r=new ii({name:"CubemapFromEquirect",uniforms:xr(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:on,blending:fr});r.uniforms.tEquirect.value=t;let o=new dt(s,r),a=t.minFilter;return t.minFilter===li&&(t.minFilter=sn),new ro(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,n=!0,s=!0){let r=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,n,s);e.setRenderTarget(r)}},$m=256,By=3,zy=20,gg=256,_g=16,Vy=3,Hy=new U,Gy=new pe,mo=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new ro(1,10,null),this._boxMesh=new dt(new Ni(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,s=100,r={}){let{size:o=256,position:a=Hy}=r,c=this._renderer;this._setSize(o);let l=this._allocateTarget(),h=this._getSourceTarget(!0);t>0&&(h.texture.mipmapsAutoUpdate=!1);let u=c.autoClear,d=c.autoClearColor,f=c.autoClearDepth,_=c.autoClearStencil,y=e.background;c.autoClear=!0,c.autoClearColor=!0,c.autoClearDepth=!0,c.autoClearStencil=!0,y===null&&(e.background=c.getClearColor(Gy));let g=new ro(n,s,h);return g.position.copy(a),g.update(c,e),c.autoClear=u,c.autoClearColor=d,c.autoClearDepth=f,c.autoClearStencil=_,e.background=y,t>0&&(h.texture.mipmapsAutoUpdate=!0,this._blur(l,t)),this._applyPMREM(l),l}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=Zm(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=Km(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max($m,Jh(e))}_fromTexture(e,t){e.mapping===mr||e.mapping===co?this._setSize(e.image.length===0?$m:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=Ym(e,!1,!1),n=Math.log2(e)-By;for(let s=0;s<=n;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=Ym(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let s=this._boxMesh,r=this._cubeCamera;s.material=n,r.renderTarget=e,r.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===mr||e.mapping===co?(this._cubemapMaterial===null&&(this._cubemapMaterial=Zm()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=Km()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=Wy(),this._integrationMaterial=Xy());let t=this._cubeSize,n=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/_g);for(let o=0;o<=n;o++){let a=i.lodToRoughness(o,n);if(o>n-Vy)r.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let c=a>0?Math.log2(t)+.5*Math.log2(6/(gg*Math.pow(a,4)))+.5:0;s.roughness.value=a,s.lodBias.value=c,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=qy());let n=this._blurMaterial,s=n.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,n),s.envMap.value=e.texture,this._renderCube(r,0,n)}};function Ym(i,e,t){return new La(i,{minFilter:li,generateMipmaps:e,type:wi,colorSpace:Nn,depthBuffer:t})}function Na(i,e,t){return new ii({name:i,uniforms:e,vertexShader:Ke.cube_vert,fragmentShader:t,side:on,blending:fr,depthTest:!1,depthWrite:!1})}function Wy(){return Na("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${gg}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function Xy(){return Na("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:_g}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function qy(){return Na("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${zy}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function Km(){return Na("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function Zm(){return Na("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function $y(i){let e=new WeakMap,t=new WeakMap,n=null;function s(d,f=!1){return d==null?null:f?o(d):r(d)}function r(d){if(d&&d.isTexture){let f=d.mapping;if(f===rc||f===oc)if(e.has(d)){let _=e.get(d).texture;return a(_,d.mapping)}else{let _=d.image;if(_&&_.height>0){let y=new La(_.height);return y.fromEquirectangularTexture(i,d),e.set(d,y),d.addEventListener("dispose",l),a(y.texture,d.mapping)}else return null}}return d}function o(d){if(d&&d.isTexture&&d.isPMREMTexture!==!0){let f=d.mapping,_=f===rc||f===oc,y=f===mr||f===co;if(_||y){let g=t.get(d),m=g!==void 0?g.texture.pmremVersion:0;if(d.isRenderTargetTexture&&d.pmremVersion!==m)return n===null&&(n=new mo(i)),g=_?n.fromEquirectangular(d,g):n.fromCubemap(d,g),g.texture.pmremVersion=d.pmremVersion,t.set(d,g),g.texture;if(g!==void 0)return g.texture;{let b=d.image;return _&&b&&b.height>0||y&&b&&c(b)?(n===null&&(n=new mo(i)),g=_?n.fromEquirectangular(d):n.fromCubemap(d),g.texture.pmremVersion=d.pmremVersion,t.set(d,g),d.addEventListener("dispose",h),g.texture):null}}}return d}function a(d,f){return f===rc?d.mapping=mr:f===oc&&(d.mapping=co),d}function c(d){let f=0,_=6;for(let y=0;y<_;y++)d[y]!==void 0&&f++;return f===_}function l(d){let f=d.target;f.removeEventListener("dispose",l);let _=e.get(f);_!==void 0&&(e.delete(f),_.dispose())}function h(d){let f=d.target;f.removeEventListener("dispose",h);let _=t.get(f);_!==void 0&&(t.delete(f),_.dispose())}function u(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:s,dispose:u}}function Yy(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let s=i.getExtension(n);return e[n]=s,s}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let s=t(n);return s===null&&tr("WebGLRenderer: "+n+" extension not supported."),s}}}function Ky(i,e,t,n){let s={},r=new WeakMap,o=new FinalizationRegistry(_=>delete s[_]);function a(_){c(_.target)}function c(_){_.index!==null&&e.remove(_.index);for(let g in _.attributes)e.remove(_.attributes[g]);_.removeEventListener("dispose",a),delete s[_.id],o.unregister(_);let y=r.get(_);y&&(e.remove(y),r.delete(_)),n.releaseStatesOfGeometry(_),_.isInstancedBufferGeometry===!0&&delete _._maxInstanceCount,t.memory.geometries--}function l(_,y){return s[y.id]!==void 0||(y.addEventListener("dispose",a),s[y.id]=new WeakRef(y),o.register(y,y.id,y),t.memory.geometries++),y}function h(_){let y=_.attributes;for(let g in y)e.update(y[g],i.ARRAY_BUFFER)}function u(_){let y=_.index,g=_.attributes.position,m=0;if(g===void 0)return;let b=y!==null?y.array.length:g.array.length/3-1,M=g.count>=65535?or:rr,v=new M(Math.ceil(b/3)*6,1),E=v.array;if(y!==null){let x=y.array;m=y.version;for(let S=0,L=0;S<b;S+=3){let C=x[S+0],I=x[S+1],O=x[S+2];E[L++]=C,E[L++]=I,E[L++]=I,E[L++]=O,E[L++]=O,E[L++]=C}}else{m=g.version;for(let x=0,S=0;x<b;x+=3){let L=x+0,C=x+1,I=x+2;E[S++]=L,E[S++]=C,E[S++]=C,E[S++]=I,E[S++]=I,E[S++]=L}}v.version=m;let A=r.get(_);A&&e.remove(A),r.set(_,v)}function d(_){let y=r.get(_);if(y){let g=_.index;g!==null&&y.version<g.version&&u(_)}else u(_);return r.get(_)}function f(){for(let _ in s){let y=s[_].deref();y!==void 0&&c(y)}}return{get:l,update:h,getWireframeAttribute:d,dispose:f}}function Zy(i,e,t){let n;function s(u){n=u}let r,o;function a(u){r=u.type,o=u.bytesPerElement}function c(u,d){i.drawElements(n,d,r,u*o),t.update(d,n,1)}function l(u,d,f){f!==0&&(i.drawElementsInstanced(n,d,r,u*o,f),t.update(d,n,f))}function h(u,d,f){if(f===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,d,0,r,u,0,f);let y=0;for(let g=0;g<f;g++)y+=d[g];t.update(y,n,1)}this.setMode=s,this.setIndex=a,this.render=c,this.renderInstances=l,this.renderMultiDraw=h}function jy(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(r,o,a){switch(t.calls++,o){case i.TRIANGLES:t.triangles+=a*(r/3);break;case i.LINES:t.lines+=a*(r/2);break;case i.LINE_STRIP:t.lines+=a*(r-1);break;case i.LINE_LOOP:t.lines+=a*r;break;case i.POINTS:t.points+=a*r;break;default:ze("WebGLInfo: Unknown draw mode:",o);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:n}}function Jy(i,e,t){let n=new WeakMap,s=new St;function r(o,a,c){let l=o.morphTargetInfluences,h=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,u=h!==void 0?h.length:0,d=n.get(a);if(d===void 0||d.count!==u){let L=function(){x.dispose(),n.delete(a),a.removeEventListener("dispose",L)};d!==void 0&&d.texture.dispose();let f=a.morphAttributes.position!==void 0,_=a.morphAttributes.normal!==void 0,y=a.morphAttributes.color!==void 0,g=a.morphAttributes.position||[],m=a.morphAttributes.normal||[],b=a.morphAttributes.color||[],M=0;f===!0&&(M=1),_===!0&&(M=2),y===!0&&(M=3);let v=a.attributes.position.count*M,E=1;v>e.maxTextureSize&&(E=Math.ceil(v/e.maxTextureSize),v=e.maxTextureSize);let A=new Float32Array(v*E*4*u),x=new qo(A,v,E,u);x.type=$n,x.needsUpdate=!0;let S=M*4;for(let C=0;C<u;C++){let I=g[C],O=m[C],k=b[C],P=v*E*4*C;for(let G=0;G<I.count;G++){let X=G*S;f===!0&&(s.fromBufferAttribute(I,G),A[P+X+0]=s.x,A[P+X+1]=s.y,A[P+X+2]=s.z,A[P+X+3]=0),_===!0&&(s.fromBufferAttribute(O,G),A[P+X+4]=s.x,A[P+X+5]=s.y,A[P+X+6]=s.z,A[P+X+7]=0),y===!0&&(s.fromBufferAttribute(k,G),A[P+X+8]=s.x,A[P+X+9]=s.y,A[P+X+10]=s.z,A[P+X+11]=k.itemSize===4?s.w:1)}}d={count:u,texture:x,size:new Le(v,E)},n.set(a,d),a.addEventListener("dispose",L)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)c.getUniforms().setValue(i,"morphTexture",o.morphTexture,t);else{let f=0;for(let y=0;y<l.length;y++)f+=l[y];let _=a.morphTargetsRelative?1:1-f;c.getUniforms().setValue(i,"morphTargetBaseInfluence",_),c.getUniforms().setValue(i,"morphTargetInfluences",l)}c.getUniforms().setValue(i,"morphTargetsTexture",d.texture,t),c.getUniforms().setValue(i,"morphTargetsTextureSize",d.size)}return{update:r}}function Qy(i,e,t,n,s){let r=new WeakMap;function o(l){let h=s.render.frame,u=l.geometry,d=e.get(l,u);if(r.get(d)!==h&&(e.update(d),r.set(d,h)),l.isInstancedMesh&&(l.hasEventListener("dispose",c)===!1&&l.addEventListener("dispose",c),r.get(l)!==h&&(t.update(l.instanceMatrix,i.ARRAY_BUFFER),l.instanceColor!==null&&t.update(l.instanceColor,i.ARRAY_BUFFER),r.set(l,h))),l.isSkinnedMesh){let f=l.skeleton;r.get(f)!==h&&(f.update(),r.set(f,h))}return d}function a(){r=new WeakMap}function c(l){let h=l.target;h.removeEventListener("dispose",c),n.releaseStatesOfObject(h),t.remove(h.instanceMatrix),h.instanceColor!==null&&t.remove(h.instanceColor)}return{update:o,dispose:a}}var eb={[Lh]:"LINEAR_TONE_MAPPING",[Nh]:"REINHARD_TONE_MAPPING",[Dh]:"CINEON_TONE_MAPPING",[Uh]:"ACES_FILMIC_TONE_MAPPING",[Fh]:"AGX_TONE_MAPPING",[Ma]:"NEUTRAL_TONE_MAPPING",[Oh]:"CUSTOM_TONE_MAPPING"};function tb(i,e,t,n,s,r){let o=new Dn(e,t,{type:i,depthBuffer:s,stencilBuffer:r,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,c=null,l=null,h=new It;h.setAttribute("position",new at([-1,3,0,-1,-1,0,3,-1,0],3)),h.setAttribute("uv",new at([0,2,0,0,2,0],2));let u=new Kl({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),d=new dt(h,u),f=new Mi(-1,1,1,-1,0,1),_=null,y=null,g=!1,m,b=null,M=[],v=!1;this.setSize=function(E,A){o.setSize(E,A),a!==null&&a.setSize(E,A),c!==null&&c.setSize(E,A);for(let x=0;x<M.length;x++){let S=M[x];S.setSize&&S.setSize(E,A)}},this.setEffects=function(E){M=E,v=M.length>0&&M[0].isRenderPass===!0;let A=o.width,x=o.height;M.length>0&&a===null&&(a=new Dn(A,x,{type:wi,depthBuffer:!1,stencilBuffer:!1}),c=new Dn(A,x,{type:wi,depthBuffer:!1,stencilBuffer:!1}));let S=s===!0&&M.some(L=>L.needsDepthTexture===!0);S!==(o.depthTexture!==null)&&(S===!0&&l===null&&(l=new ss(A,x),r===!0&&(l.format=us,l.type=_r)),o.dispose(),o.depthTexture=S?l:null,o.resolveDepthBuffer=S,o.storeMultisampledDepthBuffer=S);for(let L=0;L<M.length;L++){let C=M[L];C.setSize&&C.setSize(A,x),S&&C.needsDepthTexture===!0&&C.setDepthTexture&&C.setDepthTexture(l)}},this.begin=function(E,A){if(g||E.toneMapping===ai&&M.length===0)return!1;if(b=A,A!==null){let x=A.width,S=A.height;(o.width!==x||o.height!==S)&&this.setSize(x,S)}return v===!1&&E.setRenderTarget(o),m=E.toneMapping,E.toneMapping=ai,!0},this.hasRenderPass=function(){return v},this.end=function(E,A){E.toneMapping=m,g=!0;let x=o,S=a;for(let L=0;L<M.length;L++){let C=M[L];C.enabled!==!1&&(C.render(E,S,x,A),C.needsSwap!==!1&&(x=S,S=S===a?c:a))}if(_!==E.outputColorSpace||y!==E.toneMapping){_=E.outputColorSpace,y=E.toneMapping,u.defines={},Ze.getTransfer(_)===xt&&(u.defines.SRGB_TRANSFER="");let L=eb[y];L&&(u.defines[L]=""),u.needsUpdate=!0}u.uniforms.tDiffuse.value=x.texture,E.setRenderTarget(b),E.render(d,f),b=null,g=!1},this.isCompositing=function(){return g},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),c!==null&&c.dispose(),h.dispose(),u.dispose()}}var xg=new rn,vg=new ss(1,1),yg=new ta(1),bg=new qo,Mg=new Xl,Sg=new ea,jm=[],Jm=[],Qm=new Float32Array(16),eg=new Float32Array(9),tg=new Float32Array(4);function go(i,e,t){let n=i[0];if(n<=0||n>0)return i;let s=e*t,r=jm[s];if(r===void 0&&(r=new Float32Array(s),jm[s]=r),e!==0){n.toArray(r,0);for(let o=1,a=0;o!==e;++o)a+=t,i[o].toArray(r,a)}return r}function an(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function ln(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function Kc(i,e){let t=Jm[e];t===void 0&&(t=new Int32Array(e),Jm[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function nb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function ib(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(an(t,e))return;i.uniform2fv(this.addr,e),ln(t,e)}}function sb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(an(t,e))return;i.uniform3fv(this.addr,e),ln(t,e)}}function rb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(an(t,e))return;i.uniform4fv(this.addr,e),ln(t,e)}}function ob(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(an(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),ln(t,e)}else{if(an(t,n))return;tg.set(n),i.uniformMatrix2fv(this.addr,!1,tg),ln(t,n)}}function ab(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(an(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),ln(t,e)}else{if(an(t,n))return;eg.set(n),i.uniformMatrix3fv(this.addr,!1,eg),ln(t,n)}}function lb(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(an(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),ln(t,e)}else{if(an(t,n))return;Qm.set(n),i.uniformMatrix4fv(this.addr,!1,Qm),ln(t,n)}}function cb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function ub(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(an(t,e))return;i.uniform2iv(this.addr,e),ln(t,e)}}function hb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(an(t,e))return;i.uniform3iv(this.addr,e),ln(t,e)}}function db(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(an(t,e))return;i.uniform4iv(this.addr,e),ln(t,e)}}function fb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function pb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(an(t,e))return;i.uniform2uiv(this.addr,e),ln(t,e)}}function mb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(an(t,e))return;i.uniform3uiv(this.addr,e),ln(t,e)}}function gb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(an(t,e))return;i.uniform4uiv(this.addr,e),ln(t,e)}}function Zc(i){return i.version===0&&(i.compareFunction=Yh,i.needsUpdate=!0),i}function _b(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_2D_SHADOW?r=Zc(vg):r=xg,t.setTexture2D(e||r,s)}function xb(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture3D(e||Mg,s)}function vb(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_CUBE_SHADOW?r=Zc(yg):r=Sg,t.setTextureCube(e||r,s)}function yb(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture2DArray(e||bg,s)}function bb(i){switch(i){case 5126:return nb;case 35664:return ib;case 35665:return sb;case 35666:return rb;case 35674:return ob;case 35675:return ab;case 35676:return lb;case 5124:case 35670:return cb;case 35667:case 35671:return ub;case 35668:case 35672:return hb;case 35669:case 35673:return db;case 5125:return fb;case 36294:return pb;case 36295:return mb;case 36296:return gb;case 35678:case 36198:case 36298:case 36306:case 35682:return _b;case 35679:case 36299:case 36307:return xb;case 35680:case 36300:case 36308:case 36293:return vb;case 36289:case 36303:case 36311:case 36292:return yb}}function Mb(i,e){i.uniform1fv(this.addr,e)}function Sb(i,e){let t=go(e,this.size,2);i.uniform2fv(this.addr,t)}function wb(i,e){let t=go(e,this.size,3);i.uniform3fv(this.addr,t)}function Tb(i,e){let t=go(e,this.size,4);i.uniform4fv(this.addr,t)}function Ab(i,e){let t=go(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function Eb(i,e){let t=go(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function Rb(i,e){let t=go(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function Cb(i,e){i.uniform1iv(this.addr,e)}function Pb(i,e){i.uniform2iv(this.addr,e)}function Ib(i,e){i.uniform3iv(this.addr,e)}function Lb(i,e){i.uniform4iv(this.addr,e)}function Nb(i,e){i.uniform1uiv(this.addr,e)}function Db(i,e){i.uniform2uiv(this.addr,e)}function Ub(i,e){i.uniform3uiv(this.addr,e)}function Ob(i,e){i.uniform4uiv(this.addr,e)}function Fb(i,e,t){let n=this.cache,s=e.length,r=Kc(t,s);an(n,r)||(i.uniform1iv(this.addr,r),ln(n,r));let o;this.type===i.SAMPLER_2D_SHADOW?o=Zc(vg):o=xg;for(let a=0;a!==s;++a)t.setTexture2D(e[a]||o,r[a])}function kb(i,e,t){let n=this.cache,s=e.length,r=Kc(t,s);an(n,r)||(i.uniform1iv(this.addr,r),ln(n,r));for(let o=0;o!==s;++o)t.setTexture3D(e[o]||Mg,r[o])}function Bb(i,e,t){let n=this.cache,s=e.length,r=Kc(t,s);an(n,r)||(i.uniform1iv(this.addr,r),ln(n,r));let o;this.type===i.SAMPLER_CUBE_SHADOW?o=Zc(yg):o=Sg;for(let a=0;a!==s;++a)t.setTextureCube(e[a]||o,r[a])}function zb(i,e,t){let n=this.cache,s=e.length,r=Kc(t,s);an(n,r)||(i.uniform1iv(this.addr,r),ln(n,r));for(let o=0;o!==s;++o)t.setTexture2DArray(e[o]||bg,r[o])}function Vb(i){switch(i){case 5126:return Mb;case 35664:return Sb;case 35665:return wb;case 35666:return Tb;case 35674:return Ab;case 35675:return Eb;case 35676:return Rb;case 5124:case 35670:return Cb;case 35667:case 35671:return Pb;case 35668:case 35672:return Ib;case 35669:case 35673:return Lb;case 5125:return Nb;case 36294:return Db;case 36295:return Ub;case 36296:return Ob;case 35678:case 36198:case 36298:case 36306:case 35682:return Fb;case 35679:case 36299:case 36307:return kb;case 35680:case 36300:case 36308:case 36293:return Bb;case 36289:case 36303:case 36311:case 36292:return zb}}var ad=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=bb(t.type)}},ld=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=Vb(t.type)}},cd=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let s=this.seq;for(let r=0,o=s.length;r!==o;++r){let a=s[r];a.setValue(e,t[a.id],n)}}},rd=/(\w+)(\])?(\[|\.)?/g;function ng(i,e){i.seq.push(e),i.map[e.id]=e}function Hb(i,e,t){let n=i.name,s=n.length;for(rd.lastIndex=0;;){let r=rd.exec(n),o=rd.lastIndex,a=r[1],c=r[2]==="]",l=r[3];if(c&&(a=a|0),l===void 0||l==="["&&o+2===s){ng(t,l===void 0?new ad(a,i,e):new ld(a,i,e));break}else{let u=t.map[a];u===void 0&&(u=new cd(a),ng(t,u)),t=u}}}var po=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<n;++o){let a=e.getActiveUniform(t,o),c=e.getUniformLocation(t,a.name);Hb(a,c,this)}let s=[],r=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(o):r.push(o);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,n,s){let r=this.map[t];r!==void 0&&r.setValue(e,n,s)}setOptional(e,t,n){let s=t[n];s!==void 0&&this.setValue(e,n,s)}static upload(e,t,n,s){for(let r=0,o=t.length;r!==o;++r){let a=t[r],c=n[a.id];c.needsUpdate!==!1&&a.setValue(e,c.value,s)}}static seqWithValue(e,t){let n=[];for(let s=0,r=e.length;s!==r;++s){let o=e[s];o.id in t&&n.push(o)}return n}};function ig(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var Gb=37297,Wb=0;function Xb(i,e){let t=i.split(`
`),n=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let o=s;o<r;o++){let a=o+1;n.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return n.join(`
`)}var sg=new Ve;function qb(i){Ze._getMatrix(sg,Ze.workingColorSpace,i);let e=`mat3( ${sg.elements.map(t=>t.toFixed(4))} )`;switch(Ze.getTransfer(i)){case Wo:return[e,"LinearTransferOETF"];case xt:return[e,"sRGBTransferOETF"];default:return Pe("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function rg(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),r=(i.getShaderInfoLog(e)||"").trim();if(n&&r==="")return"";let o=/ERROR: 0:(\d+)/.exec(r);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+r+`

`+Xb(i.getShaderSource(e),a)}else return r}function $b(i,e){let t=qb(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var Yb={[Lh]:"Linear",[Nh]:"Reinhard",[Dh]:"Cineon",[Uh]:"ACESFilmic",[Fh]:"AgX",[Ma]:"Neutral",[Oh]:"Custom"};function Kb(i,e){let t=Yb[e];return t===void 0?(Pe("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var $c=new U;function Zb(){Ze.getLuminanceCoefficients($c);let i=$c.x.toFixed(4),e=$c.y.toFixed(4),t=$c.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function jb(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(Ia).join(`
`)}function Jb(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function Qb(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let s=0;s<n;s++){let r=i.getActiveAttrib(e,s),o=r.name,a=1;r.type===i.FLOAT_MAT2&&(a=2),r.type===i.FLOAT_MAT3&&(a=3),r.type===i.FLOAT_MAT4&&(a=4),t[o]={type:r.type,location:i.getAttribLocation(e,o),locationSize:a}}return t}function Ia(i){return i!==""}function og(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function ag(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var eM=/^[ \t]*#include +<([\w\d./]+)>/gm;function ud(i){return i.replace(eM,tM)}function tM(i,e){let t=Ke[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return ud(t)}var nM=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function lg(i){return i.replace(nM,iM)}function iM(i,e,t,n){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=n.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function cg(i){let e=`precision ${i.precision} float;
	precision ${i.precision} int;
	precision ${i.precision} sampler2D;
	precision ${i.precision} samplerCube;
	precision ${i.precision} sampler3D;
	precision ${i.precision} sampler2DArray;
	precision ${i.precision} sampler2DShadow;
	precision ${i.precision} samplerCubeShadow;
	precision ${i.precision} sampler2DArrayShadow;
	precision ${i.precision} isampler2D;
	precision ${i.precision} isampler3D;
	precision ${i.precision} isamplerCube;
	precision ${i.precision} isampler2DArray;
	precision ${i.precision} usampler2D;
	precision ${i.precision} usampler3D;
	precision ${i.precision} usamplerCube;
	precision ${i.precision} usampler2DArray;
	`;return i.precision==="highp"?e+=`
#define HIGH_PRECISION`:i.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:i.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var sM={[ya]:"SHADOWMAP_TYPE_PCF",[ao]:"SHADOWMAP_TYPE_VSM"};function rM(i){return sM[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var oM={[co]:"ENVMAP_MODE_REFRACTION"};function aM(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":oM[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var lM={[ba]:"ENVMAP_BLENDING_MULTIPLY",[Em]:"ENVMAP_BLENDING_MIX",[Rm]:"ENVMAP_BLENDING_ADD"};function cM(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":lM[i.combine]||"ENVMAP_BLENDING_NONE"}function uM(i,e,t,n){let s=i.getContext(),r=t.defines,o=t.vertexShader,a=t.fragmentShader,c=rM(t),l=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",h=aM(t),u=cM(t),d=jb(t),f=Jb(r),_=s.createProgram(),y,g,m=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(y=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Ia).join(`
`),y.length>0&&(y+=`
`),g=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Ia).join(`
`),g.length>0&&(g+=`
`)):(y=[cg(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+c:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(Ia).join(`
`),g=[cg(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+l:"",t.envMap?"#define "+h:"",t.envMap?"#define "+u:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+c:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==ai?"#define TONE_MAPPING":"",t.toneMapping!==ai?Ke.tonemapping_pars_fragment:"",t.toneMapping!==ai?Kb("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",Ke.colorspace_pars_fragment,$b("linearToOutputTexel",t.outputColorSpace),Zb(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(Ia).join(`
`)),o=ud(o),o=og(o,t),o=ag(o,t),a=ud(a),a=og(a,t),a=ag(a,t),o=lg(o),a=lg(a),t.isRawShaderMaterial!==!0&&(m=`#version 300 es
`,y=[d,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+y,g=["#define varying in",t.glslVersion===Zh?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Zh?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+g);let b=m+y+o,M=m+g+a,v=ig(s,s.VERTEX_SHADER,b),E=ig(s,s.FRAGMENT_SHADER,M);s.attachShader(_,v),s.attachShader(_,E),t.index0AttributeName!==void 0?s.bindAttribLocation(_,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(_,0,"position"),s.linkProgram(_);function A(C){if(i.debug.checkShaderErrors){let I=s.getProgramInfoLog(_)||"",O=s.getShaderInfoLog(v)||"",k=s.getShaderInfoLog(E)||"",P=I.trim(),G=O.trim(),X=k.trim(),H=!0,ee=!0;if(s.getProgramParameter(_,s.LINK_STATUS)===!1)if(H=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(s,_,v,E);else{let q=rg(s,v,"vertex"),Q=rg(s,E,"fragment");ze("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(_,s.VALIDATE_STATUS)+`

Material Name: `+C.name+`
Material Type: `+C.type+`

Program Info Log: `+P+`
`+q+`
`+Q)}else P!==""?Pe("WebGLProgram: Program Info Log:",P):(G===""||X==="")&&(ee=!1);ee&&(C.diagnostics={runnable:H,programLog:P,vertexShader:{log:G,prefix:y},fragmentShader:{log:X,prefix:g}})}s.deleteShader(v),s.deleteShader(E),x=new po(s,_),S=Qb(s,_)}let x;this.getUniforms=function(){return x===void 0&&A(this),x};let S;this.getAttributes=function(){return S===void 0&&A(this),S};let L=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return L===!1&&(L=s.getProgramParameter(_,Gb)),L},this.destroy=function(){n.releaseStatesOfProgram(this),s.deleteProgram(_),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=Wb++,this.cacheKey=e,this.usedTimes=1,this.program=_,this.vertexShader=v,this.fragmentShader=E,this}var hM=0,hd=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(n)===!1&&(s.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new dd(e),t.set(e,n)),n}},dd=class{constructor(e){this.id=hM++,this.code=e,this.usedTimes=0}};function dM(i){return i===Is||i===Ea||i===Ra}function fM(i,e,t,n,s,r){let o=new jr,a=new hd,c=new Set,l=[],h=new Map,u=n.logarithmicDepthBuffer,d={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function f(x){return c.add(x),x===0?"uv":`uv${x}`}function _(x,S,L,C,I,O){let k=C.fog,P=I.geometry,G=x.isMeshStandardMaterial||x.isMeshLambertMaterial||x.isMeshPhongMaterial?C.environment:null,X=x.isMeshStandardMaterial||x.isMeshLambertMaterial&&!x.envMap||x.isMeshPhongMaterial&&!x.envMap,H=e.get(x.envMap||G,X),ee=d[x.type],q=n.precision;x.precision!==null&&(q=n.getMaxPrecision(x.precision),q!==x.precision&&Pe("WebGLProgram.getParameters:",x.precision,"not supported, using",q,"instead."));let Q=P.morphAttributes.position||P.morphAttributes.normal||P.morphAttributes.color,te=Q!==void 0?Q.length:0,Ae=0;P.morphAttributes.position!==void 0&&(Ae=1),P.morphAttributes.normal!==void 0&&(Ae=2),P.morphAttributes.color!==void 0&&(Ae=3);let De,K,_e,Se;if(ee){let me=Fi[ee];De=me.vertexShader,K=me.fragmentShader}else{De=x.vertexShader,K=x.fragmentShader;let me=a.getVertexShaderStage(x),yt=a.getFragmentShaderStage(x);a.update(x,me,yt),_e=me.id,Se=yt.id}let Oe=i.getRenderTarget(),xe=i.state.buffers.depth.getReversed(),Xe=I.isInstancedMesh===!0,$t=I.isBatchedMesh===!0,Be=!!x.map,vt=!!x.matcap,Tt=!!H,it=Tt&&H.isPMREMTexture===!0,mn=!!x.aoMap,jt=!!x.lightMap,kn=!!x.bumpMap&&x.wireframe===!1,kt=!!x.normalMap,Ei=!!x.displacementMap,un=!!x.emissiveMap,Yn=!!x.metalnessMap,Kn=!!x.roughnessMap,Zn=x.anisotropy>0,F=x.clearcoat>0,jn=x.diffuseRoughness>0,Dt=x.dispersion>0,Ut=x.retroreflectivity>0,fe=x.iridescence>0,Jt=x.sheen>0,Fe=x.transmission>0,He=Zn&&!!x.anisotropyMap,R=F&&!!x.clearcoatMap,w=F&&!!x.clearcoatNormalMap,z=F&&!!x.clearcoatRoughnessMap,ne=jn&&!!x.diffuseRoughnessMap,J=fe&&!!x.iridescenceMap,oe=fe&&!!x.iridescenceThicknessMap,he=Jt&&!!x.sheenColorMap,Y=Jt&&!!x.sheenRoughnessMap,Z=!!x.specularMap,le=!!x.specularColorMap,N=!!x.specularIntensityMap,j=Fe&&!!x.transmissionMap,$=Fe&&!!x.thicknessMap,ce=!!x.gradientMap,re=!!x.alphaMap,ae=x.alphaTest>0,Ie=!!x.alphaHash,Ye=!!x.extensions,se=ai;x.toneMapped&&(Oe===null||Oe.isXRRenderTarget===!0)&&(se=i.toneMapping);let Ue=it?H.isCompressedCubeTexture?H.image[0].mipmaps:H.mipmaps:null,qe={shaderID:ee,shaderType:x.type,shaderName:x.name,vertexShader:De,fragmentShader:K,defines:x.defines,customVertexShaderID:_e,customFragmentShaderID:Se,isRawShaderMaterial:x.isRawShaderMaterial===!0,glslVersion:x.glslVersion,precision:q,batching:$t,batchingColor:$t&&I._colorsTexture!==null,instancing:Xe,instancingColor:Xe&&I.instanceColor!==null,instancingMorph:Xe&&I.morphTexture!==null,outputColorSpace:Oe===null?i.outputColorSpace:Oe.isXRRenderTarget===!0?Oe.texture.colorSpace:Ze.workingColorSpace,alphaToCoverage:!!x.alphaToCoverage,map:Be,matcap:vt,envMap:Tt,envMapMode:Tt&&H.mapping,envMapPMREM:it,envMapMaxLod:it?Ue.length-1:null,envMapSize:it?Ue[0].width:null,aoMap:mn,lightMap:jt,bumpMap:kn,normalMap:kt,displacementMap:Ei,emissiveMap:un,normalMapObjectSpace:kt&&x.normalMapType===Lm,normalMapTangentSpace:kt&&x.normalMapType===Ls,packedNormalMap:kt&&x.normalMapType===Ls&&dM(x.normalMap.format),metalnessMap:Yn,roughnessMap:Kn,anisotropy:Zn,anisotropyMap:He,clearcoat:F,clearcoatMap:R,clearcoatNormalMap:w,clearcoatRoughnessMap:z,diffuseRoughness:jn,diffuseRoughnessMap:ne,dispersion:Dt,retroreflection:Ut,iridescence:fe,iridescenceMap:J,iridescenceThicknessMap:oe,sheen:Jt,sheenColorMap:he,sheenRoughnessMap:Y,specularMap:Z,specularColorMap:le,specularIntensityMap:N,transmission:Fe,transmissionMap:j,thicknessMap:$,gradientMap:ce,opaque:x.transparent===!1&&x.blending===lo&&x.alphaToCoverage===!1,alphaMap:re,alphaTest:ae,alphaHash:Ie,combine:x.combine,mapUv:Be&&f(x.map.channel),aoMapUv:mn&&f(x.aoMap.channel),lightMapUv:jt&&f(x.lightMap.channel),bumpMapUv:kn&&f(x.bumpMap.channel),normalMapUv:kt&&f(x.normalMap.channel),displacementMapUv:Ei&&f(x.displacementMap.channel),emissiveMapUv:un&&f(x.emissiveMap.channel),metalnessMapUv:Yn&&f(x.metalnessMap.channel),roughnessMapUv:Kn&&f(x.roughnessMap.channel),anisotropyMapUv:He&&f(x.anisotropyMap.channel),clearcoatMapUv:R&&f(x.clearcoatMap.channel),clearcoatNormalMapUv:w&&f(x.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:z&&f(x.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:ne&&f(x.diffuseRoughnessMap.channel),iridescenceMapUv:J&&f(x.iridescenceMap.channel),iridescenceThicknessMapUv:oe&&f(x.iridescenceThicknessMap.channel),sheenColorMapUv:he&&f(x.sheenColorMap.channel),sheenRoughnessMapUv:Y&&f(x.sheenRoughnessMap.channel),specularMapUv:Z&&f(x.specularMap.channel),specularColorMapUv:le&&f(x.specularColorMap.channel),specularIntensityMapUv:N&&f(x.specularIntensityMap.channel),transmissionMapUv:j&&f(x.transmissionMap.channel),thicknessMapUv:$&&f(x.thicknessMap.channel),alphaMapUv:re&&f(x.alphaMap.channel),vertexTangents:!!P.attributes.tangent&&(kt||Zn),vertexNormals:!!P.attributes.normal,vertexColors:x.vertexColors,vertexAlphas:x.vertexColors===!0&&!!P.attributes.color&&P.attributes.color.itemSize===4,pointsUvs:I.isPoints===!0&&!!P.attributes.uv&&(Be||re),fog:!!k,useFog:x.fog===!0,fogExp2:!!k&&k.isFogExp2,flatShading:x.wireframe===!1&&(x.flatShading===!0||P.attributes.normal===void 0&&kt===!1&&(x.isMeshLambertMaterial||x.isMeshPhongMaterial||x.isMeshStandardMaterial||x.isMeshPhysicalMaterial)),sizeAttenuation:x.sizeAttenuation===!0,logarithmicDepthBuffer:u,reversedDepthBuffer:xe,skinning:I.isSkinnedMesh===!0,hasPositionAttribute:P.attributes.position!==void 0,morphTargets:P.morphAttributes.position!==void 0,morphNormals:P.morphAttributes.normal!==void 0,morphColors:P.morphAttributes.color!==void 0,morphTargetsCount:te,morphTextureStride:Ae,numSunLights:S.sun.length,numDirLights:S.directional.length,numPointLights:S.point.length,numSpotLights:S.spot.length,numSpotLightMaps:S.spotLightMap.length,numRectAreaLights:S.rectArea.length,numHemiLights:S.hemi.length,numSunLightShadows:S.sunShadowMap.length,numDirLightShadows:S.directionalShadowMap.length,numPointLightShadows:S.pointShadowMap.length,numSpotLightShadows:S.spotShadowMap.length,numSpotLightShadowsWithMaps:S.numSpotLightShadowsWithMaps,numLightProbes:S.numLightProbes,numLightProbeGrids:O.filter(me=>me.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:x.dithering,shadowMapEnabled:i.shadowMap.enabled&&L.length>0,shadowMapType:i.shadowMap.type,toneMapping:se,decodeVideoTexture:Be&&x.map.isVideoTexture===!0&&Ze.getTransfer(x.map.colorSpace)===xt,decodeVideoTextureEmissive:un&&x.emissiveMap.isVideoTexture===!0&&Ze.getTransfer(x.emissiveMap.colorSpace)===xt,premultipliedAlpha:x.premultipliedAlpha,doubleSided:x.side===pn,flipSided:x.side===on,useDepthPacking:x.depthPacking>=0,depthPacking:x.depthPacking||0,index0AttributeName:x.index0AttributeName,extensionClipCullDistance:Ye&&x.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(Ye&&x.extensions.multiDraw===!0||$t)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:x.customProgramCacheKey()};return qe.vertexUv1s=c.has(1),qe.vertexUv2s=c.has(2),qe.vertexUv3s=c.has(3),c.clear(),qe}function y(x){let S=[];if(x.shaderID?S.push(x.shaderID):(S.push(x.customVertexShaderID),S.push(x.customFragmentShaderID)),x.defines!==void 0)for(let L in x.defines)S.push(L),S.push(x.defines[L]);return x.isRawShaderMaterial===!1&&(g(S,x),m(S,x),S.push(i.outputColorSpace)),S.push(x.customProgramCacheKey),S.join()}function g(x,S){x.push(S.precision),x.push(S.outputColorSpace),x.push(S.envMapMode),x.push(S.envMapPMREM),x.push(S.envMapMaxLod),x.push(S.envMapSize),x.push(S.mapUv),x.push(S.alphaMapUv),x.push(S.lightMapUv),x.push(S.aoMapUv),x.push(S.bumpMapUv),x.push(S.normalMapUv),x.push(S.displacementMapUv),x.push(S.emissiveMapUv),x.push(S.metalnessMapUv),x.push(S.roughnessMapUv),x.push(S.anisotropyMapUv),x.push(S.clearcoatMapUv),x.push(S.clearcoatNormalMapUv),x.push(S.clearcoatRoughnessMapUv),x.push(S.diffuseRoughnessMapUv),x.push(S.iridescenceMapUv),x.push(S.iridescenceThicknessMapUv),x.push(S.sheenColorMapUv),x.push(S.sheenRoughnessMapUv),x.push(S.specularMapUv),x.push(S.specularColorMapUv),x.push(S.specularIntensityMapUv),x.push(S.transmissionMapUv),x.push(S.thicknessMapUv),x.push(S.combine),x.push(S.fogExp2),x.push(S.sizeAttenuation),x.push(S.morphTargetsCount),x.push(S.numSunLights),x.push(S.numDirLights),x.push(S.numPointLights),x.push(S.numSpotLights),x.push(S.numSpotLightMaps),x.push(S.numHemiLights),x.push(S.numRectAreaLights),x.push(S.numSunLightShadows),x.push(S.numDirLightShadows),x.push(S.numPointLightShadows),x.push(S.numSpotLightShadows),x.push(S.numSpotLightShadowsWithMaps),x.push(S.numLightProbes),x.push(S.numLightProbeGrids),x.push(S.shadowMapType),x.push(S.toneMapping),x.push(S.numClippingPlanes),x.push(S.numClipIntersection),x.push(S.depthPacking)}function m(x,S){o.disableAll(),S.instancing&&o.enable(0),S.instancingColor&&o.enable(1),S.instancingMorph&&o.enable(2),S.matcap&&o.enable(3),S.envMap&&o.enable(4),S.normalMapObjectSpace&&o.enable(5),S.normalMapTangentSpace&&o.enable(6),S.clearcoat&&o.enable(7),S.iridescence&&o.enable(8),S.alphaTest&&o.enable(9),S.vertexColors&&o.enable(10),S.vertexAlphas&&o.enable(11),S.vertexUv1s&&o.enable(12),S.vertexUv2s&&o.enable(13),S.vertexUv3s&&o.enable(14),S.vertexTangents&&o.enable(15),S.anisotropy&&o.enable(16),S.alphaHash&&o.enable(17),S.batching&&o.enable(18),S.dispersion&&o.enable(19),S.retroreflection&&o.enable(24),S.diffuseRoughness&&o.enable(25),S.batchingColor&&o.enable(20),S.gradientMap&&o.enable(21),S.packedNormalMap&&o.enable(22),S.vertexNormals&&o.enable(23),x.push(o.mask),o.disableAll(),S.fog&&o.enable(0),S.useFog&&o.enable(1),S.flatShading&&o.enable(2),S.logarithmicDepthBuffer&&o.enable(3),S.reversedDepthBuffer&&o.enable(4),S.skinning&&o.enable(5),S.morphTargets&&o.enable(6),S.morphNormals&&o.enable(7),S.morphColors&&o.enable(8),S.premultipliedAlpha&&o.enable(9),S.shadowMapEnabled&&o.enable(10),S.doubleSided&&o.enable(11),S.flipSided&&o.enable(12),S.useDepthPacking&&o.enable(13),S.dithering&&o.enable(14),S.transmission&&o.enable(15),S.sheen&&o.enable(16),S.opaque&&o.enable(17),S.pointsUvs&&o.enable(18),S.decodeVideoTexture&&o.enable(19),S.decodeVideoTextureEmissive&&o.enable(20),S.alphaToCoverage&&o.enable(21),S.numLightProbeGrids>0&&o.enable(22),S.hasPositionAttribute&&o.enable(23),x.push(o.mask)}function b(x){let S=d[x.type],L;if(S){let C=Fi[S];L=Wm.clone(C.uniforms)}else L=x.uniforms;return L}function M(x,S){let L=h.get(S);return L!==void 0?++L.usedTimes:(L=new uM(i,S,x,s),l.push(L),h.set(S,L)),L}function v(x){if(--x.usedTimes===0){let S=l.indexOf(x);l[S]=l[l.length-1],l.pop(),h.delete(x.cacheKey),x.destroy()}}function E(x){a.remove(x)}function A(){a.dispose()}return{getParameters:_,getProgramCacheKey:y,getUniforms:b,acquireProgram:M,releaseProgram:v,releaseShaderCache:E,programs:l,dispose:A}}function pM(){let i=new WeakMap;function e(o){return i.has(o)}function t(o){let a=i.get(o);return a===void 0&&(a={},i.set(o,a)),a}function n(o){i.delete(o)}function s(o,a,c){i.get(o)[a]=c}function r(){i=new WeakMap}return{has:e,get:t,remove:n,update:s,dispose:r}}function mM(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function ug(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function hg(){let i=[],e=0,t=[],n=[],s=[];function r(){e=0,t.length=0,n.length=0,s.length=0}function o(d){let f=0;return d.isInstancedMesh&&(f+=2),d.isSkinnedMesh&&(f+=1),f}function a(d,f,_,y,g,m){let b=i[e];return b===void 0?(b={id:d.id,object:d,geometry:f,material:_,materialVariant:o(d),groupOrder:y,renderOrder:d.renderOrder,z:g,group:m},i[e]=b):(b.id=d.id,b.object=d,b.geometry=f,b.material=_,b.materialVariant=o(d),b.groupOrder=y,b.renderOrder=d.renderOrder,b.z=g,b.group=m),e++,b}function c(d,f,_,y,g,m,b){b.reversedDepth===!0&&(g=-g);let M=a(d,f,_,y,g,m);_.transmission>0?n.push(M):_.transparent===!0?s.push(M):t.push(M)}function l(d,f,_,y,g,m){let b=a(d,f,_,y,g,m);_.transmission>0?n.unshift(b):_.transparent===!0?s.unshift(b):t.unshift(b)}function h(d,f){t.length>1&&t.sort(d||mM),n.length>1&&n.sort(f||ug),s.length>1&&s.sort(f||ug)}function u(){for(let d=e,f=i.length;d<f;d++){let _=i[d];if(_.id===null)break;_.id=null,_.object=null,_.geometry=null,_.material=null,_.group=null}}return{opaque:t,transmissive:n,transparent:s,init:r,push:c,unshift:l,finish:u,sort:h}}function gM(){let i=new WeakMap;function e(n,s){let r=i.get(n),o;return r===void 0?(o=new hg,i.set(n,[o])):s>=r.length?(o=new hg,r.push(o)):o=r[s],o}function t(){i=new WeakMap}return{get:e,dispose:t}}function _M(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new U,color:new pe};break;case"SpotLight":t={position:new U,direction:new U,color:new pe,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new U,color:new pe,distance:0,decay:0};break;case"HemisphereLight":t={direction:new U,skyColor:new pe,groundColor:new pe};break;case"RectAreaLight":t={color:new pe,position:new U,halfWidth:new U,halfHeight:new U};break}return i[e.id]=t,t}}}function xM(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Le};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Le};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Le,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var vM=0;function yM(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function bM(i){let e=new _M,t=xM(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let l=0;l<9;l++)n.probe.push(new U);let s=new U,r=new We,o=new We;function a(l){let h=0,u=0,d=0;for(let O=0;O<9;O++)n.probe[O].set(0,0,0);let f=0,_=0,y=0,g=0,m=0,b=0,M=0,v=0,E=0,A=0,x=0,S=0,L=0,C=0;l.sort(yM);for(let O=0,k=l.length;O<k;O++){let P=l[O],G=P.color,X=P.intensity,H=P.distance,ee=null;if(P.shadow&&P.shadow.map&&(P.shadow.map.texture.format===Is?ee=P.shadow.map.texture:ee=P.shadow.map.depthTexture||P.shadow.map.texture),P.isAmbientLight)h+=G.r*X,u+=G.g*X,d+=G.b*X;else if(P.isLightProbe){for(let q=0;q<9;q++)n.probe[q].addScaledVector(P.sh.coefficients[q],X);C++}else if(P.isSunLight){let q=e.get(P);if(q.color.copy(P.color).multiplyScalar(P.intensity),P.castShadow){let Q=P.shadow,te=t.get(P);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize.copy(Q.mapSize).multiply(Q.getFrameExtents()),n.sunShadow[_]=te,n.sunShadowMap[_]=ee;let Ae=Q.getViewportCount();for(let De=0;De<Ae;De++)n.sunShadowMatrix[y+De]=Q.getMatrix(De),n.sunShadowCascade[y+De]=Q._cascadeData[De];y+=Ae,_++}n.sun[f]=q,f++}else if(P.isDirectionalLight){let q=e.get(P);if(q.color.copy(P.color).multiplyScalar(P.intensity),P.castShadow){let Q=P.shadow,te=t.get(P);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize=Q.mapSize,n.directionalShadow[g]=te,n.directionalShadowMap[g]=ee,n.directionalShadowMatrix[g]=P.shadow.matrix,E++}n.directional[g]=q,g++}else if(P.isSpotLight){let q=e.get(P);q.position.setFromMatrixPosition(P.matrixWorld),q.color.copy(G).multiplyScalar(X),q.distance=H,q.coneCos=Math.cos(P.angle),q.penumbraCos=Math.cos(P.angle*(1-P.penumbra)),q.decay=P.decay,n.spot[b]=q;let Q=P.shadow;if(P.map&&(n.spotLightMap[S]=P.map,S++,Q.updateMatrices(P),P.castShadow&&L++),n.spotLightMatrix[b]=Q.matrix,P.castShadow){let te=t.get(P);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize=Q.mapSize,n.spotShadow[b]=te,n.spotShadowMap[b]=ee,x++}b++}else if(P.isRectAreaLight){let q=e.get(P);q.color.copy(G).multiplyScalar(X),q.halfWidth.set(P.width*.5,0,0),q.halfHeight.set(0,P.height*.5,0),n.rectArea[M]=q,M++}else if(P.isPointLight){let q=e.get(P);if(q.color.copy(P.color).multiplyScalar(P.intensity),q.distance=P.distance,q.decay=P.decay,P.castShadow){let Q=P.shadow,te=t.get(P);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize=Q.mapSize,te.shadowCameraNear=Q.camera.near,te.shadowCameraFar=Q.camera.far,n.pointShadow[m]=te,n.pointShadowMap[m]=ee,n.pointShadowMatrix[m]=P.shadow.matrix,A++}n.point[m]=q,m++}else if(P.isHemisphereLight){let q=e.get(P);q.skyColor.copy(P.color).multiplyScalar(X),q.groundColor.copy(P.groundColor).multiplyScalar(X),n.hemi[v]=q,v++}}M>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=ge.LTC_FLOAT_1,n.rectAreaLTC2=ge.LTC_FLOAT_2):(n.rectAreaLTC1=ge.LTC_HALF_1,n.rectAreaLTC2=ge.LTC_HALF_2)),n.ambient[0]=h,n.ambient[1]=u,n.ambient[2]=d;let I=n.hash;(I.sunLength!==f||I.directionalLength!==g||I.pointLength!==m||I.spotLength!==b||I.rectAreaLength!==M||I.hemiLength!==v||I.numSunShadows!==_||I.numDirectionalShadows!==E||I.numPointShadows!==A||I.numSpotShadows!==x||I.numSpotMaps!==S||I.numLightProbes!==C)&&(n.sun.length=f,n.directional.length=g,n.spot.length=b,n.rectArea.length=M,n.point.length=m,n.hemi.length=v,n.sunShadow.length=_,n.sunShadowMap.length=_,n.sunShadowMatrix.length=y,n.sunShadowCascade.length=y,n.directionalShadow.length=E,n.directionalShadowMap.length=E,n.directionalShadowMatrix.length=E,n.pointShadow.length=A,n.pointShadowMap.length=A,n.pointShadowMatrix.length=A,n.spotShadow.length=x,n.spotShadowMap.length=x,n.spotLightMatrix.length=x+S-L,n.spotLightMap.length=S,n.numSpotLightShadowsWithMaps=L,n.numLightProbes=C,I.sunLength=f,I.directionalLength=g,I.pointLength=m,I.spotLength=b,I.rectAreaLength=M,I.hemiLength=v,I.numSunShadows=_,I.numDirectionalShadows=E,I.numPointShadows=A,I.numSpotShadows=x,I.numSpotMaps=S,I.numLightProbes=C,n.version=vM++)}function c(l,h){let u=0,d=0,f=0,_=0,y=0,g=0,m=h.matrixWorldInverse;for(let b=0,M=l.length;b<M;b++){let v=l[b];if(v.isSunLight){let E=n.sun[u];E.direction.setFromMatrixPosition(v.matrixWorld),E.direction.transformDirection(m),u++}else if(v.isDirectionalLight){let E=n.directional[d];E.direction.setFromMatrixPosition(v.matrixWorld),s.setFromMatrixPosition(v.target.matrixWorld),E.direction.sub(s),E.direction.transformDirection(m),d++}else if(v.isSpotLight){let E=n.spot[_];E.position.setFromMatrixPosition(v.matrixWorld),E.position.applyMatrix4(m),E.direction.setFromMatrixPosition(v.matrixWorld),s.setFromMatrixPosition(v.target.matrixWorld),E.direction.sub(s),E.direction.transformDirection(m),_++}else if(v.isRectAreaLight){let E=n.rectArea[y];E.position.setFromMatrixPosition(v.matrixWorld),E.position.applyMatrix4(m),o.identity(),r.copy(v.matrixWorld),r.premultiply(m),o.extractRotation(r),E.halfWidth.set(v.width*.5,0,0),E.halfHeight.set(0,v.height*.5,0),E.halfWidth.applyMatrix4(o),E.halfHeight.applyMatrix4(o),y++}else if(v.isPointLight){let E=n.point[f];E.position.setFromMatrixPosition(v.matrixWorld),E.position.applyMatrix4(m),f++}else if(v.isHemisphereLight){let E=n.hemi[g];E.direction.setFromMatrixPosition(v.matrixWorld),E.direction.transformDirection(m),g++}}}return{setup:a,setupView:c,state:n}}function dg(i){let e=new bM(i),t=[],n=[],s=[];function r(u){h.camera=u,t.length=0,n.length=0,s.length=0}function o(u){u.isLightProbeGrid?s.push(u):t.push(u)}function a(u){n.push(u)}function c(){e.setup(t),s.sort((u,d)=>u.priority-d.priority||u.id-d.id)}function l(u){e.setupView(t,u)}let h={lightsArray:t,shadowsArray:n,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:h,setupLights:c,setupLightsView:l,pushLight:o,pushShadow:a}}function MM(i){let e=new WeakMap;function t(s,r=0){let o=e.get(s),a;return o===void 0?(a=new dg(i),e.set(s,[a])):r>=o.length?(a=new dg(i),o.push(a)):a=o[r],a}function n(){e=new WeakMap}return{get:t,dispose:n}}var SM=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,wM=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,TM=[new U(1,0,0),new U(-1,0,0),new U(0,1,0),new U(0,-1,0),new U(0,0,1),new U(0,0,-1)],AM=[new U(0,-1,0),new U(0,-1,0),new U(0,0,1),new U(0,0,-1),new U(0,-1,0),new U(0,-1,0)],fg=new We,Pa=new U,od=new U;function EM(i,e,t){let n=new As,s=new Le,r=new Le,o=new St,a=new io,c=new Zl,l={},h=t.maxTextureSize,u={[oi]:on,[on]:oi,[pn]:pn},d=new ii({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new Le},radius:{value:4}},vertexShader:SM,fragmentShader:wM}),f=d.clone();f.defines.HORIZONTAL_PASS=1;let _=new It;_.setAttribute("position",new wt(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let y=new dt(_,d),g=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=ya;let m=this.type;this.render=function(A,x,S){if(g.enabled===!1||g.autoUpdate===!1&&g.needsUpdate===!1||A.length===0)return;this.type===lm&&(Pe("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=ya);let L=i.getRenderTarget(),C=i.getActiveCubeFace(),I=i.getActiveMipmapLevel(),O=i.state;O.setBlending(fr),O.buffers.depth.getReversed()===!0?O.buffers.color.setClear(0,0,0,0):O.buffers.color.setClear(1,1,1,1),O.buffers.depth.setTest(!0),O.setScissorTest(!1);let k=m!==this.type;k&&x.traverse(function(P){P.material&&(Array.isArray(P.material)?P.material.forEach(G=>G.needsUpdate=!0):P.material.needsUpdate=!0)});for(let P=0,G=A.length;P<G;P++){let X=A[P],H=X.shadow;if(H===void 0){Pe("WebGLShadowMap:",X,"has no shadow.");continue}if(H.autoUpdate===!1&&H.needsUpdate===!1)continue;s.copy(H.mapSize);let ee=H.getFrameExtents();s.multiply(ee),r.copy(H.mapSize),(s.x>h||s.y>h)&&(s.x>h&&(r.x=Math.floor(h/ee.x),s.x=r.x*ee.x,H.mapSize.x=r.x),s.y>h&&(r.y=Math.floor(h/ee.y),s.y=r.y*ee.y,H.mapSize.y=r.y));let q=i.state.buffers.depth.getReversed();if(H.camera._reversedDepth=q,H.map===null||k===!0){if(H.map!==null&&(H.map.depthTexture!==null&&(H.map.depthTexture.dispose(),H.map.depthTexture=null),H.map.dispose()),this.type===ao){if(X.isPointLight){Pe("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}H.map=new Dn(s.x,s.y,{format:Is,type:wi,minFilter:sn,magFilter:sn,generateMipmaps:!1}),H.map.texture.name=X.name+".shadowMap",H.map.depthTexture=new ss(s.x,s.y,$n),H.map.depthTexture.name=X.name+".shadowMapDepth",H.map.depthTexture.format=es,H.map.depthTexture.compareFunction=null,H.map.depthTexture.minFilter=Wt,H.map.depthTexture.magFilter=Wt}else X.isPointLight?(H.map=new La(s.x),H.map.depthTexture=new ta(s.x,Si)):(H.map=new Dn(s.x,s.y),H.map.depthTexture=new ss(s.x,s.y,Si)),H.map.depthTexture.name=X.name+".shadowMap",H.map.depthTexture.format=es,this.type===ya?(H.map.depthTexture.compareFunction=q?$h:qh,H.map.depthTexture.minFilter=sn,H.map.depthTexture.magFilter=sn):(H.map.depthTexture.compareFunction=null,H.map.depthTexture.minFilter=Wt,H.map.depthTexture.magFilter=Wt);H.camera.updateProjectionMatrix()}H.map.isWebGLCubeRenderTarget!==!0&&(H.map.width!==s.x||H.map.height!==s.y)&&H.map.setSize(s.x,s.y);let Q=H.map.isWebGLCubeRenderTarget?6:H.getViewportCount();X.isPointLight!==!0&&H.updateMatrices(X,S);let te=(H.camera.layers.mask&4294967294)!==0?H.camera.layers:S.layers;for(let Ae=0;Ae<Q;Ae++){let De=H.getCamera(Ae);if(X.isPointLight){let K=H.camera,_e=H.matrix,Se=X.distance||K.far;Se!==K.far&&(K.far=Se,K.updateProjectionMatrix()),Pa.setFromMatrixPosition(X.matrixWorld),K.position.copy(Pa),od.copy(K.position),od.add(TM[Ae]),K.up.copy(AM[Ae]),K.lookAt(od),K.updateMatrixWorld(),_e.makeTranslation(-Pa.x,-Pa.y,-Pa.z),fg.multiplyMatrices(K.projectionMatrix,K.matrixWorldInverse),H._frustum.setFromProjectionMatrix(fg,K.coordinateSystem,K.reversedDepth)}if(H.map.isWebGLCubeRenderTarget)i.setRenderTarget(H.map,Ae),i.clear();else{Ae===0&&(i.setRenderTarget(H.map),i.clear());let K=H.getViewport(Ae);o.set(r.x*K.x,r.y*K.y,r.x*K.z,r.y*K.w),O.viewport(o)}n=H.getFrustum(Ae),v(x,S,De,X,te,this.type)}H.isPointLightShadow!==!0&&this.type===ao&&b(H,S),H.needsUpdate=!1}m=this.type,g.needsUpdate=!1,i.setRenderTarget(L,C,I)};function b(A,x){let S=e.update(y);d.defines.VSM_SAMPLES!==A.blurSamples&&(d.defines.VSM_SAMPLES=A.blurSamples,f.defines.VSM_SAMPLES=A.blurSamples,d.needsUpdate=!0,f.needsUpdate=!0),A.mapPass===null?A.mapPass=new Dn(s.x,s.y,{format:Is,type:wi}):(A.mapPass.width!==A.map.width||A.mapPass.height!==A.map.height)&&A.mapPass.setSize(A.map.width,A.map.height),d.uniforms.shadow_pass.value=A.map.depthTexture,d.uniforms.resolution.value.set(A.map.width,A.map.height),d.uniforms.radius.value=A.radius,i.setRenderTarget(A.mapPass),i.clear(),i.renderBufferDirect(x,null,S,d,y,null),f.uniforms.shadow_pass.value=A.mapPass.texture,f.uniforms.resolution.value.set(A.map.width,A.map.height),f.uniforms.radius.value=A.radius,i.setRenderTarget(A.map),i.clear(),i.renderBufferDirect(x,null,S,f,y,null)}function M(A,x,S,L){let C=null,I=S.isPointLight===!0?A.customDistanceMaterial:A.customDepthMaterial;if(I!==void 0)C=I;else if(C=S.isPointLight===!0?c:a,i.localClippingEnabled&&x.clipShadows===!0&&Array.isArray(x.clippingPlanes)&&x.clippingPlanes.length!==0||x.displacementMap&&x.displacementScale!==0||x.alphaMap&&x.alphaTest>0||x.map&&x.alphaTest>0||x.alphaToCoverage===!0){let O=C.uuid,k=x.uuid,P=l[O];P===void 0&&(P={},l[O]=P);let G=P[k];G===void 0&&(G=C.clone(),P[k]=G,x.addEventListener("dispose",E)),C=G}if(C.visible=x.visible,C.wireframe=x.wireframe,L===ao?C.side=x.shadowSide!==null?x.shadowSide:x.side:C.side=x.shadowSide!==null?x.shadowSide:u[x.side],C.alphaMap=x.alphaMap,C.alphaTest=x.alphaToCoverage===!0?.5:x.alphaTest,C.map=x.map,C.clipShadows=x.clipShadows,C.clippingPlanes=x.clippingPlanes,C.clipIntersection=x.clipIntersection,C.displacementMap=x.displacementMap,C.displacementScale=x.displacementScale,C.displacementBias=x.displacementBias,C.wireframeLinewidth=x.wireframeLinewidth,C.linewidth=x.linewidth,S.isPointLight===!0&&C.isMeshDistanceMaterial===!0){let O=i.properties.get(C);O.light=S}return C}function v(A,x,S,L,C,I){if(A.visible===!1)return;if(A.layers.test(C)&&(A.isMesh||A.isLine||A.isPoints)&&(A.castShadow||A.receiveShadow&&I===ao)&&(!A.frustumCulled||A.intersectsFrustum(n))){A.modelViewMatrix.multiplyMatrices(S.matrixWorldInverse,A.matrixWorld);let P=e.update(A),G=A.material;if(Array.isArray(G)){let X=P.groups;for(let H=0,ee=X.length;H<ee;H++){let q=X[H],Q=G[q.materialIndex];if(Q&&Q.visible){let te=M(A,Q,L,I);A.onBeforeShadow(i,A,x,S,P,te,q),i.renderBufferDirect(S,null,P,te,A,q),A.onAfterShadow(i,A,x,S,P,te,q)}}}else if(G.visible){let X=M(A,G,L,I);A.onBeforeShadow(i,A,x,S,P,X,null),i.renderBufferDirect(S,null,P,X,A,null),A.onAfterShadow(i,A,x,S,P,X,null)}}let k=A.children;for(let P=0,G=k.length;P<G;P++)v(k[P],x,S,L,C,I)}function E(A){A.target.removeEventListener("dispose",E);for(let S in l){let L=l[S],C=A.target.uuid;C in L&&(L[C].dispose(),delete L[C])}}}function RM(i,e){function t(){let N=!1,j=new St,$=null,ce=new St(0,0,0,0);return{setMask:function(re){$!==re&&!N&&(i.colorMask(re,re,re,re),$=re)},setLocked:function(re){N=re},setClear:function(re,ae,Ie,Ye,se){se===!0&&(re*=Ye,ae*=Ye,Ie*=Ye),j.set(re,ae,Ie,Ye),ce.equals(j)===!1&&(i.clearColor(re,ae,Ie,Ye),ce.copy(j))},reset:function(){N=!1,$=null,ce.set(-1,0,0,0)}}}function n(){let N=!1,j=!1,$=null,ce=null,re=null;return{setReversed:function(ae){if(j!==ae){let Ie=e.get("EXT_clip_control");ae?Ie.clipControlEXT(Ie.LOWER_LEFT_EXT,Ie.ZERO_TO_ONE_EXT):Ie.clipControlEXT(Ie.LOWER_LEFT_EXT,Ie.NEGATIVE_ONE_TO_ONE_EXT),j=ae;let Ye=re;re=null,this.setClear(Ye)}},getReversed:function(){return j},setTest:function(ae){ae?xe(i.DEPTH_TEST):Xe(i.DEPTH_TEST)},setMask:function(ae){$!==ae&&!N&&(i.depthMask(ae),$=ae)},setFunc:function(ae){if(j&&(ae=Hm[ae]),ce!==ae){switch(ae){case Ol:i.depthFunc(i.NEVER);break;case Fl:i.depthFunc(i.ALWAYS);break;case kl:i.depthFunc(i.LESS);break;case Xr:i.depthFunc(i.LEQUAL);break;case Bl:i.depthFunc(i.EQUAL);break;case zl:i.depthFunc(i.GEQUAL);break;case Vl:i.depthFunc(i.GREATER);break;case Hl:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}ce=ae}},setLocked:function(ae){N=ae},setClear:function(ae){re!==ae&&(re=ae,j&&(ae=1-ae),i.clearDepth(ae))},reset:function(){N=!1,$=null,ce=null,re=null,j=!1}}}function s(){let N=!1,j=null,$=null,ce=null,re=null,ae=null,Ie=null,Ye=null,se=null;return{setTest:function(Ue){N||(Ue?xe(i.STENCIL_TEST):Xe(i.STENCIL_TEST))},setMask:function(Ue){j!==Ue&&!N&&(i.stencilMask(Ue),j=Ue)},setFunc:function(Ue,qe,me){($!==Ue||ce!==qe||re!==me)&&(i.stencilFunc(Ue,qe,me),$=Ue,ce=qe,re=me)},setOp:function(Ue,qe,me){(ae!==Ue||Ie!==qe||Ye!==me)&&(i.stencilOp(Ue,qe,me),ae=Ue,Ie=qe,Ye=me)},setLocked:function(Ue){N=Ue},setClear:function(Ue){se!==Ue&&(i.clearStencil(Ue),se=Ue)},reset:function(){N=!1,j=null,$=null,ce=null,re=null,ae=null,Ie=null,Ye=null,se=null}}}let r=new t,o=new n,a=new s,c={},l=new WeakMap,h={},u={},d={},f=new WeakMap,_=[],y=null,g=!1,m=null,b=null,M=null,v=null,E=null,A=null,x=null,S=new pe(0,0,0),L=0,C=!1,I=null,O=null,k=null,P=null,G=null,X=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),H=!1,ee=0,q=i.getParameter(i.VERSION);q.indexOf("WebGL")!==-1?(ee=parseFloat(/^WebGL (\d)/.exec(q)[1]),H=ee>=1):q.indexOf("OpenGL ES")!==-1&&(ee=parseFloat(/^OpenGL ES (\d)/.exec(q)[1]),H=ee>=2);let Q=null,te={},Ae=i.getParameter(i.SCISSOR_BOX),De=i.getParameter(i.VIEWPORT),K=new St().fromArray(Ae),_e=new St().fromArray(De);function Se(N,j,$,ce){let re=new Uint8Array(4),ae=i.createTexture();i.bindTexture(N,ae),i.texParameteri(N,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(N,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Ie=0;Ie<$;Ie++)N===i.TEXTURE_3D||N===i.TEXTURE_2D_ARRAY?i.texImage3D(j,0,i.RGBA,1,1,ce,0,i.RGBA,i.UNSIGNED_BYTE,re):i.texImage2D(j+Ie,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,re);return ae}let Oe={};Oe[i.TEXTURE_2D]=Se(i.TEXTURE_2D,i.TEXTURE_2D,1),Oe[i.TEXTURE_CUBE_MAP]=Se(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Oe[i.TEXTURE_2D_ARRAY]=Se(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Oe[i.TEXTURE_3D]=Se(i.TEXTURE_3D,i.TEXTURE_3D,1,1),r.setClear(0,0,0,1),o.setClear(1),a.setClear(0),xe(i.DEPTH_TEST),o.setFunc(Xr),kn(!1),kt(Ah),xe(i.CULL_FACE),mn(fr);function xe(N){h[N]!==!0&&(i.enable(N),h[N]=!0)}function Xe(N){h[N]!==!1&&(i.disable(N),h[N]=!1)}function $t(N,j){return d[N]!==j?(i.bindFramebuffer(N,j),d[N]=j,N===i.DRAW_FRAMEBUFFER&&(d[i.FRAMEBUFFER]=j),N===i.FRAMEBUFFER&&(d[i.DRAW_FRAMEBUFFER]=j),!0):!1}function Be(N,j){let $=_,ce=!1;if(N){$=f.get(j),$===void 0&&($=[],f.set(j,$));let re=N.textures;if($.length!==re.length||$[0]!==i.COLOR_ATTACHMENT0){for(let ae=0,Ie=re.length;ae<Ie;ae++)$[ae]=i.COLOR_ATTACHMENT0+ae;$.length=re.length,ce=!0}}else $[0]!==i.BACK&&($[0]=i.BACK,ce=!0);ce&&i.drawBuffers($)}function vt(N){return y!==N?(i.useProgram(N),y=N,!0):!1}let Tt={[pr]:i.FUNC_ADD,[um]:i.FUNC_SUBTRACT,[hm]:i.FUNC_REVERSE_SUBTRACT};Tt[dm]=i.MIN,Tt[fm]=i.MAX;let it={[pm]:i.ZERO,[mm]:i.ONE,[gm]:i.SRC_COLOR,[Ph]:i.SRC_ALPHA,[Mm]:i.SRC_ALPHA_SATURATE,[ym]:i.DST_COLOR,[xm]:i.DST_ALPHA,[_m]:i.ONE_MINUS_SRC_COLOR,[Ih]:i.ONE_MINUS_SRC_ALPHA,[bm]:i.ONE_MINUS_DST_COLOR,[vm]:i.ONE_MINUS_DST_ALPHA,[Sm]:i.CONSTANT_COLOR,[wm]:i.ONE_MINUS_CONSTANT_COLOR,[Tm]:i.CONSTANT_ALPHA,[Am]:i.ONE_MINUS_CONSTANT_ALPHA};function mn(N,j,$,ce,re,ae,Ie,Ye,se,Ue){if(N===fr){g===!0&&(Xe(i.BLEND),g=!1);return}if(g===!1&&(xe(i.BLEND),g=!0),N!==cm){if(N!==m||Ue!==C){if((b!==pr||E!==pr)&&(i.blendEquation(i.FUNC_ADD),b=pr,E=pr),Ue)switch(N){case lo:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Eh:i.blendFunc(i.ONE,i.ONE);break;case Rh:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case Ch:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:ze("WebGLState: Invalid blending: ",N);break}else switch(N){case lo:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Eh:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case Rh:ze("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case Ch:ze("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:ze("WebGLState: Invalid blending: ",N);break}M=null,v=null,A=null,x=null,S.set(0,0,0),L=0,m=N,C=Ue}return}re=re||j,ae=ae||$,Ie=Ie||ce,(j!==b||re!==E)&&(i.blendEquationSeparate(Tt[j],Tt[re]),b=j,E=re),($!==M||ce!==v||ae!==A||Ie!==x)&&(i.blendFuncSeparate(it[$],it[ce],it[ae],it[Ie]),M=$,v=ce,A=ae,x=Ie),(Ye.equals(S)===!1||se!==L)&&(i.blendColor(Ye.r,Ye.g,Ye.b,se),S.copy(Ye),L=se),m=N,C=!1}function jt(N,j){N.side===pn?Xe(i.CULL_FACE):xe(i.CULL_FACE);let $=N.side===on;j&&($=!$),kn($),N.blending===lo&&N.transparent===!1?mn(fr):mn(N.blending,N.blendEquation,N.blendSrc,N.blendDst,N.blendEquationAlpha,N.blendSrcAlpha,N.blendDstAlpha,N.blendColor,N.blendAlpha,N.premultipliedAlpha),o.setFunc(N.depthFunc),o.setTest(N.depthTest),o.setMask(N.depthWrite),r.setMask(N.colorWrite);let ce=N.stencilWrite;a.setTest(ce),ce&&(a.setMask(N.stencilWriteMask),a.setFunc(N.stencilFunc,N.stencilRef,N.stencilFuncMask),a.setOp(N.stencilFail,N.stencilZFail,N.stencilZPass)),un(N.polygonOffset,N.polygonOffsetFactor,N.polygonOffsetUnits),N.alphaToCoverage===!0?xe(i.SAMPLE_ALPHA_TO_COVERAGE):Xe(i.SAMPLE_ALPHA_TO_COVERAGE)}function kn(N){I!==N&&(N?i.frontFace(i.CW):i.frontFace(i.CCW),I=N)}function kt(N){N!==om?(xe(i.CULL_FACE),N!==O&&(N===Ah?i.cullFace(i.BACK):N===am?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):Xe(i.CULL_FACE),O=N}function Ei(N){N!==k&&(H&&i.lineWidth(N),k=N)}function un(N,j,$){N?(xe(i.POLYGON_OFFSET_FILL),(P!==j||G!==$)&&(P=j,G=$,o.getReversed()&&(j=-j,$=-$),i.polygonOffset(j,$))):Xe(i.POLYGON_OFFSET_FILL)}function Yn(N){N?xe(i.SCISSOR_TEST):Xe(i.SCISSOR_TEST)}function Kn(N){N===void 0&&(N=i.TEXTURE0+X-1),Q!==N&&(i.activeTexture(N),Q=N)}function Zn(N,j,$){$===void 0&&(Q===null?$=i.TEXTURE0+X-1:$=Q);let ce=te[$];ce===void 0&&(ce={type:void 0,texture:void 0},te[$]=ce),(ce.type!==N||ce.texture!==j)&&(Q!==$&&(i.activeTexture($),Q=$),i.bindTexture(N,j||Oe[N]),ce.type=N,ce.texture=j)}function F(){let N=te[Q];N!==void 0&&N.type!==void 0&&(i.bindTexture(N.type,null),N.type=void 0,N.texture=void 0)}function jn(){try{i.compressedTexImage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function Dt(){try{i.compressedTexImage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function Ut(){try{i.texSubImage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function fe(){try{i.texSubImage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function Jt(){try{i.compressedTexSubImage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function Fe(){try{i.compressedTexSubImage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function He(){try{i.texStorage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function R(){try{i.texStorage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function w(){try{i.texImage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function z(){try{i.texImage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function ne(N){return u[N]!==void 0?u[N]:i.getParameter(N)}function J(N,j){u[N]!==j&&(i.pixelStorei(N,j),u[N]=j)}function oe(N){K.equals(N)===!1&&(i.scissor(N.x,N.y,N.z,N.w),K.copy(N))}function he(N){_e.equals(N)===!1&&(i.viewport(N.x,N.y,N.z,N.w),_e.copy(N))}function Y(N,j){let $=l.get(j);$===void 0&&($=new WeakMap,l.set(j,$));let ce=$.get(N);ce===void 0&&(ce=i.getUniformBlockIndex(j,N.name),i.uniformBlockBinding(j,ce,ce),$.set(N,ce))}function Z(N,j,$){let re=l.get(j).get(N);c[re]!==$&&(i.bindBufferBase(i.UNIFORM_BUFFER,re,$),c[re]=$)}function le(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),o.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),h={},u={},Q=null,te={},d={},c={},f=new WeakMap,_=[],y=null,g=!1,m=null,b=null,M=null,v=null,E=null,A=null,x=null,S=new pe(0,0,0),L=0,C=!1,I=null,O=null,k=null,P=null,G=null,K.set(0,0,i.canvas.width,i.canvas.height),_e.set(0,0,i.canvas.width,i.canvas.height),r.reset(),o.reset(),a.reset()}return{buffers:{color:r,depth:o,stencil:a},enable:xe,disable:Xe,bindFramebuffer:$t,drawBuffers:Be,useProgram:vt,setBlending:mn,setMaterial:jt,setFlipSided:kn,setCullFace:kt,setLineWidth:Ei,setPolygonOffset:un,setScissorTest:Yn,activeTexture:Kn,bindTexture:Zn,unbindTexture:F,compressedTexImage2D:jn,compressedTexImage3D:Dt,texImage2D:w,texImage3D:z,pixelStorei:J,getParameter:ne,updateUBOMapping:Y,uniformBlockBinding:Z,texStorage2D:He,texStorage3D:R,texSubImage2D:Ut,texSubImage3D:fe,compressedTexSubImage2D:Jt,compressedTexSubImage3D:Fe,scissor:oe,viewport:he,reset:le}}function CM(i,e,t,n,s,r,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,c=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),l=new Le,h=new WeakMap,u=new Set,d,f=new WeakMap,_=new Set,y=new FinalizationRegistry(R=>_.delete(R)),g=!1;try{g=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function m(R,w){return g?new OffscreenCanvas(R,w):Yr("canvas")}function b(R,w,z){let ne=1,J=He(R);if((J.width>z||J.height>z)&&(ne=z/Math.max(J.width,J.height)),ne<1)if(typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&R instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&R instanceof ImageBitmap||typeof VideoFrame<"u"&&R instanceof VideoFrame){let oe=Math.floor(ne*J.width),he=Math.floor(ne*J.height);d===void 0&&(d=m(oe,he));let Y=w?m(oe,he):d;return Y.width=oe,Y.height=he,Y.getContext("2d").drawImage(R,0,0,oe,he),Pe("WebGLRenderer: Texture has been resized from ("+J.width+"x"+J.height+") to ("+oe+"x"+he+")."),Y}else return"data"in R&&Pe("WebGLRenderer: Image in DataTexture is too big ("+J.width+"x"+J.height+")."),R;return R}function M(R){return R.generateMipmaps}function v(R){i.generateMipmap(R)}function E(R){return R.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:R.isWebGL3DRenderTarget?i.TEXTURE_3D:R.isWebGLArrayRenderTarget||R.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function A(R,w,z,ne,J,oe=!1){if(R!==null){if(i[R]!==void 0)return i[R];Pe("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+R+"'")}let he;ne&&(he=e.get("EXT_texture_norm16"),he||Pe("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let Y=w;if(w===i.RED&&(z===i.FLOAT&&(Y=i.R32F),z===i.HALF_FLOAT&&(Y=i.R16F),z===i.UNSIGNED_BYTE&&(Y=i.R8),z===i.UNSIGNED_SHORT&&he&&(Y=he.R16_EXT),z===i.SHORT&&he&&(Y=he.R16_SNORM_EXT)),w===i.RED_INTEGER&&(z===i.UNSIGNED_BYTE&&(Y=i.R8UI),z===i.UNSIGNED_SHORT&&(Y=i.R16UI),z===i.UNSIGNED_INT&&(Y=i.R32UI),z===i.BYTE&&(Y=i.R8I),z===i.SHORT&&(Y=i.R16I),z===i.INT&&(Y=i.R32I)),w===i.RG&&(z===i.FLOAT&&(Y=i.RG32F),z===i.HALF_FLOAT&&(Y=i.RG16F),z===i.UNSIGNED_BYTE&&(Y=i.RG8),z===i.UNSIGNED_SHORT&&he&&(Y=he.RG16_EXT),z===i.SHORT&&he&&(Y=he.RG16_SNORM_EXT)),w===i.RG_INTEGER&&(z===i.UNSIGNED_BYTE&&(Y=i.RG8UI),z===i.UNSIGNED_SHORT&&(Y=i.RG16UI),z===i.UNSIGNED_INT&&(Y=i.RG32UI),z===i.BYTE&&(Y=i.RG8I),z===i.SHORT&&(Y=i.RG16I),z===i.INT&&(Y=i.RG32I)),w===i.RGB_INTEGER&&(z===i.UNSIGNED_BYTE&&(Y=i.RGB8UI),z===i.UNSIGNED_SHORT&&(Y=i.RGB16UI),z===i.UNSIGNED_INT&&(Y=i.RGB32UI),z===i.BYTE&&(Y=i.RGB8I),z===i.SHORT&&(Y=i.RGB16I),z===i.INT&&(Y=i.RGB32I)),w===i.RGBA_INTEGER&&(z===i.UNSIGNED_BYTE&&(Y=i.RGBA8UI),z===i.UNSIGNED_SHORT&&(Y=i.RGBA16UI),z===i.UNSIGNED_INT&&(Y=i.RGBA32UI),z===i.BYTE&&(Y=i.RGBA8I),z===i.SHORT&&(Y=i.RGBA16I),z===i.INT&&(Y=i.RGBA32I)),w===i.RGB&&(z===i.UNSIGNED_SHORT&&he&&(Y=he.RGB16_EXT),z===i.SHORT&&he&&(Y=he.RGB16_SNORM_EXT),z===i.UNSIGNED_INT_5_9_9_9_REV&&(Y=i.RGB9_E5),z===i.UNSIGNED_INT_10F_11F_11F_REV&&(Y=i.R11F_G11F_B10F)),w===i.RGBA){let Z=oe?Wo:Ze.getTransfer(J);z===i.FLOAT&&(Y=i.RGBA32F),z===i.HALF_FLOAT&&(Y=i.RGBA16F),z===i.UNSIGNED_BYTE&&(Y=Z===xt?i.SRGB8_ALPHA8:i.RGBA8),z===i.UNSIGNED_SHORT&&he&&(Y=he.RGBA16_EXT),z===i.SHORT&&he&&(Y=he.RGBA16_SNORM_EXT),z===i.UNSIGNED_SHORT_4_4_4_4&&(Y=i.RGBA4),z===i.UNSIGNED_SHORT_5_5_5_1&&(Y=i.RGB5_A1)}return(Y===i.R16F||Y===i.R32F||Y===i.RG16F||Y===i.RG32F||Y===i.RGBA16F||Y===i.RGBA32F)&&e.get("EXT_color_buffer_float"),Y}function x(R,w){let z;return R?w===null||w===Si||w===_r?z=i.DEPTH24_STENCIL8:w===$n?z=i.DEPTH32F_STENCIL8:w===ho&&(z=i.DEPTH24_STENCIL8,Pe("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):w===null||w===Si||w===_r?z=i.DEPTH_COMPONENT24:w===$n?z=i.DEPTH_COMPONENT32F:w===ho&&(z=i.DEPTH_COMPONENT16),z}function S(R,w){return M(R)===!0||R.isFramebufferTexture&&R.minFilter!==Wt&&R.minFilter!==sn?Math.log2(Math.max(w.width,w.height))+1:R.mipmaps.length>0?R.mipmaps.length:R.isCompressedTexture&&Array.isArray(R.image)?w.mipmaps.length:1}function L(R){let w=new WeakRef(R);n.get(R).__ref=w,_.add(w),y.register(R,w,w)}function C(R){let w=n.get(R).__ref;w!==void 0&&(_.delete(w),y.unregister(w))}function I(R){k(R.target)}function O(R){P(R.target)}function k(R){R.removeEventListener("dispose",I),C(R),X(R),R.isVideoTexture&&h.delete(R),R.isHTMLTexture&&u.delete(R)}function P(R){R.removeEventListener("dispose",O),C(R),ee(R)}function G(){for(let R of _){let w=R.deref();w!==void 0&&(w.isRenderTarget===!0?P(w):k(w))}_.clear(),u.clear()}function X(R){let w=n.get(R);if(w.__webglInit===void 0)return;let z=R.source,ne=f.get(z);if(ne){let J=ne[w.__cacheKey];J.usedTimes--,J.usedTimes===0&&H(R),Object.keys(ne).length===0&&f.delete(z)}n.remove(R)}function H(R){let w=n.get(R);i.deleteTexture(w.__webglTexture);let z=R.source,ne=f.get(z);delete ne[w.__cacheKey],o.memory.textures--}function ee(R){let w=n.get(R);w.__depthDisposeCallback&&w.__depthDisposeCallback();let z=R.depthTexture;if(z&&z.renderTarget===R&&k(z),R.isWebGLCubeRenderTarget)for(let J=0;J<6;J++){if(Array.isArray(w.__webglFramebuffer[J]))for(let oe=0;oe<w.__webglFramebuffer[J].length;oe++)i.deleteFramebuffer(w.__webglFramebuffer[J][oe]);else i.deleteFramebuffer(w.__webglFramebuffer[J]);w.__webglDepthbuffer&&i.deleteRenderbuffer(w.__webglDepthbuffer[J])}else{if(Array.isArray(w.__webglFramebuffer))for(let J=0;J<w.__webglFramebuffer.length;J++)i.deleteFramebuffer(w.__webglFramebuffer[J]);else i.deleteFramebuffer(w.__webglFramebuffer);if(w.__webglDepthbuffer&&i.deleteRenderbuffer(w.__webglDepthbuffer),w.__webglMultisampledFramebuffer&&i.deleteFramebuffer(w.__webglMultisampledFramebuffer),w.__webglColorRenderbuffer)for(let J=0;J<w.__webglColorRenderbuffer.length;J++)w.__webglColorRenderbuffer[J]&&i.deleteRenderbuffer(w.__webglColorRenderbuffer[J]);w.__webglDepthRenderbuffer&&i.deleteRenderbuffer(w.__webglDepthRenderbuffer)}let ne=R.textures;for(let J=0,oe=ne.length;J<oe;J++){let he=n.get(ne[J]);he.__webglTexture&&(i.deleteTexture(he.__webglTexture),o.memory.textures--),n.remove(ne[J])}n.remove(R)}let q=0;function Q(){q=0}function te(){return q}function Ae(R){q=R}function De(){let R=q;return R>=s.maxTextures&&Pe("WebGLTextures: Trying to use "+(R+1)+" texture units while this GPU supports only "+s.maxTextures),q+=1,R}function K(R){let w=[];return w.push(R.wrapS),w.push(R.wrapT),w.push(R.wrapR||0),w.push(R.magFilter),w.push(R.minFilter),w.push(R.anisotropy),w.push(R.internalFormat),w.push(R.format),w.push(R.type),w.push(R.generateMipmaps),w.push(R.mipmapsAutoUpdate),w.push(R.premultiplyAlpha),w.push(R.flipY),w.push(R.unpackAlignment),w.push(R.colorSpace),w.join()}function _e(R,w){let z=n.get(R);if(R.isVideoTexture&&Jt(R),R.isRenderTargetTexture===!1&&R.isExternalTexture!==!0&&R.version>0&&z.__version!==R.version){let ne=R.image;if(ne===null)Pe("WebGLRenderer: Texture marked for update but no image data found.");else if(ne.complete===!1)Pe("WebGLRenderer: Texture marked for update but image is incomplete");else{jt(z,R,w);return}}else R.isExternalTexture&&(z.__webglTexture=R.sourceTexture?R.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,z.__webglTexture,i.TEXTURE0+w)}function Se(R,w){let z=n.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&z.__version!==R.version){jt(z,R,w);return}else R.isExternalTexture&&(z.__webglTexture=R.sourceTexture?R.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,z.__webglTexture,i.TEXTURE0+w)}function Oe(R,w){let z=n.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&z.__version!==R.version){jt(z,R,w);return}t.bindTexture(i.TEXTURE_3D,z.__webglTexture,i.TEXTURE0+w)}function xe(R,w){let z=n.get(R);if(R.version>0&&z.__version!==R.version){kn(z,R,w);return}t.bindTexture(i.TEXTURE_CUBE_MAP,z.__webglTexture,i.TEXTURE0+w)}let Xe={[Ii]:i.REPEAT,[ei]:i.CLAMP_TO_EDGE,[qr]:i.MIRRORED_REPEAT},$t={[Wt]:i.NEAREST,[ac]:i.NEAREST_MIPMAP_NEAREST,[gr]:i.NEAREST_MIPMAP_LINEAR,[sn]:i.LINEAR,[uo]:i.LINEAR_MIPMAP_NEAREST,[li]:i.LINEAR_MIPMAP_LINEAR},Be={[Dm]:i.NEVER,[Yh]:i.ALWAYS,[Um]:i.LESS,[qh]:i.LEQUAL,[Om]:i.EQUAL,[$h]:i.GEQUAL,[Fm]:i.GREATER,[km]:i.NOTEQUAL};function vt(R,w){if(w.type===$n&&e.has("OES_texture_float_linear")===!1&&(w.magFilter===sn||w.magFilter===uo||w.magFilter===gr||w.magFilter===li||w.minFilter===sn||w.minFilter===uo||w.minFilter===gr||w.minFilter===li)&&Pe("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(R,i.TEXTURE_WRAP_S,Xe[w.wrapS]),i.texParameteri(R,i.TEXTURE_WRAP_T,Xe[w.wrapT]),(R===i.TEXTURE_3D||R===i.TEXTURE_2D_ARRAY)&&i.texParameteri(R,i.TEXTURE_WRAP_R,Xe[w.wrapR]),i.texParameteri(R,i.TEXTURE_MAG_FILTER,$t[w.magFilter]),i.texParameteri(R,i.TEXTURE_MIN_FILTER,$t[w.minFilter]),w.compareFunction&&(i.texParameteri(R,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(R,i.TEXTURE_COMPARE_FUNC,Be[w.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(w.magFilter===Wt||w.minFilter!==gr&&w.minFilter!==li||w.type===$n&&e.has("OES_texture_float_linear")===!1)return;if(w.anisotropy>1||n.get(w).__currentAnisotropy){let z=e.get("EXT_texture_filter_anisotropic");i.texParameterf(R,z.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(w.anisotropy,s.getMaxAnisotropy())),n.get(w).__currentAnisotropy=w.anisotropy}}}function Tt(R,w){let z=!1;R.__webglInit===void 0&&(R.__webglInit=!0,w.addEventListener("dispose",I),L(w));let ne=w.source,J=f.get(ne);J===void 0&&(J={},f.set(ne,J));let oe=K(w);if(oe!==R.__cacheKey){J[oe]===void 0&&(J[oe]={texture:i.createTexture(),usedTimes:0},o.memory.textures++,z=!0),J[oe].usedTimes++;let he=J[R.__cacheKey];he!==void 0&&(J[R.__cacheKey].usedTimes--,he.usedTimes===0&&H(w)),R.__cacheKey=oe,R.__webglTexture=J[oe].texture}return z}function it(R,w,z){return Math.floor(Math.floor(R/z)/w)}function mn(R,w,z,ne){let oe=R.updateRanges;if(oe.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,w.width,w.height,z,ne,w.data);else{oe.sort((N,j)=>N.start-j.start);let he=0;for(let N=1;N<oe.length;N++){let j=oe[he],$=oe[N],ce=j.start+j.count,re=it($.start,w.width,4),ae=it(j.start,w.width,4);$.start<=ce+1&&re===ae&&it($.start+$.count-1,w.width,4)===re?j.count=Math.max(j.count,$.start+$.count-j.start):(++he,oe[he]=$)}oe.length=he+1;let Y=t.getParameter(i.UNPACK_ROW_LENGTH),Z=t.getParameter(i.UNPACK_SKIP_PIXELS),le=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,w.width);for(let N=0,j=oe.length;N<j;N++){let $=oe[N],ce=Math.floor($.start/4),re=Math.ceil($.count/4),ae=ce%w.width,Ie=Math.floor(ce/w.width),Ye=re,se=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,ae),t.pixelStorei(i.UNPACK_SKIP_ROWS,Ie),t.texSubImage2D(i.TEXTURE_2D,0,ae,Ie,Ye,se,z,ne,w.data)}R.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,Y),t.pixelStorei(i.UNPACK_SKIP_PIXELS,Z),t.pixelStorei(i.UNPACK_SKIP_ROWS,le)}}function jt(R,w,z){let ne=i.TEXTURE_2D;(w.isDataArrayTexture||w.isCompressedArrayTexture)&&(ne=i.TEXTURE_2D_ARRAY),w.isData3DTexture&&(ne=i.TEXTURE_3D);let J=Tt(R,w),oe=w.source;t.bindTexture(ne,R.__webglTexture,i.TEXTURE0+z);let he=n.get(oe);if(oe.version!==he.__version||J===!0){if(t.activeTexture(i.TEXTURE0+z),(typeof ImageBitmap<"u"&&w.image instanceof ImageBitmap)===!1){let se=Ze.getPrimaries(Ze.workingColorSpace),Ue=w.colorSpace===hs?null:Ze.getPrimaries(w.colorSpace),qe=w.colorSpace===hs||se===Ue?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,w.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,w.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,qe)}t.pixelStorei(i.UNPACK_ALIGNMENT,w.unpackAlignment);let Z=b(w.image,!1,s.maxTextureSize);Z=Fe(w,Z);let le=r.convert(w.format,w.colorSpace),N=r.convert(w.type),j=A(w.internalFormat,le,N,w.normalized,w.colorSpace,w.isVideoTexture);vt(ne,w);let $,ce=w.mipmaps,re=w.isVideoTexture!==!0,ae=he.__version===void 0||J===!0,Ie=oe.dataReady,Ye=S(w,Z);if(w.isDepthTexture)j=x(w.format===us,w.type),ae&&(re?t.texStorage2D(i.TEXTURE_2D,1,j,Z.width,Z.height):t.texImage2D(i.TEXTURE_2D,0,j,Z.width,Z.height,0,le,N,null));else if(w.isDataTexture)if(ce.length>0){re&&ae&&t.texStorage2D(i.TEXTURE_2D,Ye,j,ce[0].width,ce[0].height);for(let se=0,Ue=ce.length;se<Ue;se++)$=ce[se],re?Ie&&t.texSubImage2D(i.TEXTURE_2D,se,0,0,$.width,$.height,le,N,$.data):t.texImage2D(i.TEXTURE_2D,se,j,$.width,$.height,0,le,N,$.data);w.generateMipmaps=!1}else re?(ae&&t.texStorage2D(i.TEXTURE_2D,Ye,j,Z.width,Z.height),Ie&&mn(w,Z,le,N)):t.texImage2D(i.TEXTURE_2D,0,j,Z.width,Z.height,0,le,N,Z.data);else if(w.isCompressedTexture)if(w.isCompressedArrayTexture){re&&ae&&t.texStorage3D(i.TEXTURE_2D_ARRAY,Ye,j,ce[0].width,ce[0].height,Z.depth);for(let se=0,Ue=ce.length;se<Ue;se++)if($=ce[se],w.format!==ci)if(le!==null)if(re){if(Ie)if(w.layerUpdates.size>0){let qe=sd($.width,$.height,w.format,w.type);for(let me of w.layerUpdates){let yt=$.data.subarray(me*qe/$.data.BYTES_PER_ELEMENT,(me+1)*qe/$.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,se,0,0,me,$.width,$.height,1,le,yt)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,se,0,0,0,$.width,$.height,Z.depth,le,$.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,se,j,$.width,$.height,Z.depth,0,$.data,0,0);else Pe("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else re?Ie&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,se,0,0,0,$.width,$.height,Z.depth,le,N,$.data):t.texImage3D(i.TEXTURE_2D_ARRAY,se,j,$.width,$.height,Z.depth,0,le,N,$.data);w.layerUpdates.size>0&&w.clearLayerUpdates()}else{re&&ae&&t.texStorage2D(i.TEXTURE_2D,Ye,j,ce[0].width,ce[0].height);for(let se=0,Ue=ce.length;se<Ue;se++)$=ce[se],w.format!==ci?le!==null?re?Ie&&t.compressedTexSubImage2D(i.TEXTURE_2D,se,0,0,$.width,$.height,le,$.data):t.compressedTexImage2D(i.TEXTURE_2D,se,j,$.width,$.height,0,$.data):Pe("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):re?Ie&&t.texSubImage2D(i.TEXTURE_2D,se,0,0,$.width,$.height,le,N,$.data):t.texImage2D(i.TEXTURE_2D,se,j,$.width,$.height,0,le,N,$.data)}else if(w.isDataArrayTexture)if(re){if(ae&&t.texStorage3D(i.TEXTURE_2D_ARRAY,Ye,j,Z.width,Z.height,Z.depth),Ie)if(w.layerUpdates.size>0){let se=sd(Z.width,Z.height,w.format,w.type);for(let Ue of w.layerUpdates){let qe=Z.data.subarray(Ue*se/Z.data.BYTES_PER_ELEMENT,(Ue+1)*se/Z.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,Ue,Z.width,Z.height,1,le,N,qe)}w.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,Z.width,Z.height,Z.depth,le,N,Z.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,j,Z.width,Z.height,Z.depth,0,le,N,Z.data);else if(w.isData3DTexture)re?(ae&&t.texStorage3D(i.TEXTURE_3D,Ye,j,Z.width,Z.height,Z.depth),Ie&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,Z.width,Z.height,Z.depth,le,N,Z.data)):t.texImage3D(i.TEXTURE_3D,0,j,Z.width,Z.height,Z.depth,0,le,N,Z.data);else if(w.isFramebufferTexture){if(ae)if(re)t.texStorage2D(i.TEXTURE_2D,Ye,j,Z.width,Z.height);else{let se=Z.width,Ue=Z.height;for(let qe=0;qe<Ye;qe++)t.texImage2D(i.TEXTURE_2D,qe,j,se,Ue,0,le,N,null),se>>=1,Ue>>=1}}else if(w.isHTMLTexture){if("texElementImage2D"in i){let se=i.canvas;if(se.hasAttribute("layoutsubtree")||se.setAttribute("layoutsubtree","true"),Z.parentNode!==se){se.appendChild(Z),u.add(w),se.onpaint=Ue=>{let qe=Ue.changedElements;for(let me of u)qe.includes(me.image)&&(me.needsUpdate=!0)},se.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,Z);else{let qe=i.RGBA,me=i.RGBA,yt=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,qe,me,yt,Z)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(ce.length>0){if(re&&ae){let se=He(ce[0]);t.texStorage2D(i.TEXTURE_2D,Ye,j,se.width,se.height)}for(let se=0,Ue=ce.length;se<Ue;se++)$=ce[se],re?Ie&&t.texSubImage2D(i.TEXTURE_2D,se,0,0,le,N,$):t.texImage2D(i.TEXTURE_2D,se,j,le,N,$);w.generateMipmaps=!1}else if(re){if(ae){let se=He(Z);t.texStorage2D(i.TEXTURE_2D,Ye,j,se.width,se.height)}Ie&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,le,N,Z)}else t.texImage2D(i.TEXTURE_2D,0,j,le,N,Z);M(w)&&w.mipmapsAutoUpdate===!0&&v(ne),he.__version=oe.version,w.onUpdate&&w.onUpdate(w)}R.__version=w.version}function kn(R,w,z){if(w.image.length!==6)return;let ne=Tt(R,w),J=w.source;t.bindTexture(i.TEXTURE_CUBE_MAP,R.__webglTexture,i.TEXTURE0+z);let oe=n.get(J);if(J.version!==oe.__version||ne===!0){t.activeTexture(i.TEXTURE0+z);let he=Ze.getPrimaries(Ze.workingColorSpace),Y=w.colorSpace===hs?null:Ze.getPrimaries(w.colorSpace),Z=w.colorSpace===hs||he===Y?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,w.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,w.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,w.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,Z);let le=w.isCompressedTexture||w.image[0].isCompressedTexture,N=w.image[0]&&w.image[0].isDataTexture,j=[];for(let me=0;me<6;me++)!le&&!N?j[me]=b(w.image[me],!0,s.maxCubemapSize):j[me]=N?w.image[me].image:w.image[me],j[me]=Fe(w,j[me]);let $=j[0],ce=r.convert(w.format,w.colorSpace),re=r.convert(w.type),ae=A(w.internalFormat,ce,re,w.normalized,w.colorSpace),Ie=w.isVideoTexture!==!0,Ye=oe.__version===void 0||ne===!0,se=J.dataReady,Ue=S(w,$);vt(i.TEXTURE_CUBE_MAP,w);let qe;if(w.isDepthTexture){if(ae=x(w.format===us,w.type),Ye)if(Ie)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,ae,$.width,$.height);else for(let me=0;me<6;me++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,$.width,$.height,0,ce,re,null)}else if(le){Ie&&Ye&&t.texStorage2D(i.TEXTURE_CUBE_MAP,Ue,ae,$.width,$.height);for(let me=0;me<6;me++){qe=j[me].mipmaps;for(let yt=0;yt<qe.length;yt++){let hn=qe[yt];w.format!==ci?ce!==null?Ie?se&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,yt,0,0,hn.width,hn.height,ce,hn.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,yt,ae,hn.width,hn.height,0,hn.data):Pe("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Ie?se&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,yt,0,0,hn.width,hn.height,ce,re,hn.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,yt,ae,hn.width,hn.height,0,ce,re,hn.data)}}}else{if(qe=w.mipmaps,Ie&&Ye){qe.length>0&&Ue++;let me=He(j[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,Ue,ae,me.width,me.height)}for(let me=0;me<6;me++)if(N){Ie?se&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,0,0,j[me].width,j[me].height,ce,re,j[me].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,j[me].width,j[me].height,0,ce,re,j[me].data);for(let yt=0;yt<qe.length;yt++){let ds=qe[yt].image[me].image;Ie?se&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,yt+1,0,0,ds.width,ds.height,ce,re,ds.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,yt+1,ae,ds.width,ds.height,0,ce,re,ds.data)}}else{Ie?se&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,0,0,ce,re,j[me]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,ce,re,j[me]);for(let yt=0;yt<qe.length;yt++){let hn=qe[yt];Ie?se&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,yt+1,0,0,ce,re,hn.image[me]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+me,yt+1,ae,ce,re,hn.image[me])}}}M(w)&&w.mipmapsAutoUpdate===!0&&v(i.TEXTURE_CUBE_MAP),oe.__version=J.version,w.onUpdate&&w.onUpdate(w)}R.__version=w.version}function kt(R,w,z,ne,J,oe){let he=r.convert(z.format,z.colorSpace),Y=r.convert(z.type),Z=A(z.internalFormat,he,Y,z.normalized,z.colorSpace),le=n.get(w),N=n.get(z);if(N.__renderTarget=w,!le.__hasExternalTextures){let j=Math.max(1,w.width>>oe),$=Math.max(1,w.height>>oe);J===i.TEXTURE_3D||J===i.TEXTURE_2D_ARRAY?t.texImage3D(J,oe,Z,j,$,w.depth,0,he,Y,null):t.texImage2D(J,oe,Z,j,$,0,he,Y,null)}t.bindFramebuffer(i.FRAMEBUFFER,R),fe(w)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,ne,J,N.__webglTexture,0,Ut(w)):(J===i.TEXTURE_2D||J>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&J<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,ne,J,N.__webglTexture,oe),t.bindFramebuffer(i.FRAMEBUFFER,null)}function Ei(R,w,z){if(i.bindRenderbuffer(i.RENDERBUFFER,R),w.depthBuffer){let ne=w.depthTexture,J=ne&&ne.isDepthTexture?ne.type:null,oe=x(w.stencilBuffer,J),he=w.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;fe(w)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Ut(w),oe,w.width,w.height):z?i.renderbufferStorageMultisample(i.RENDERBUFFER,Ut(w),oe,w.width,w.height):i.renderbufferStorage(i.RENDERBUFFER,oe,w.width,w.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,he,i.RENDERBUFFER,R)}else{let ne=w.textures;for(let J=0;J<ne.length;J++){let oe=ne[J],he=r.convert(oe.format,oe.colorSpace),Y=r.convert(oe.type),Z=A(oe.internalFormat,he,Y,oe.normalized,oe.colorSpace);fe(w)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Ut(w),Z,w.width,w.height):z?i.renderbufferStorageMultisample(i.RENDERBUFFER,Ut(w),Z,w.width,w.height):i.renderbufferStorage(i.RENDERBUFFER,Z,w.width,w.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function un(R,w,z){let ne=w.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,R),!(w.depthTexture&&w.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let J=n.get(w.depthTexture);J.__renderTarget=w;let oe=ne?w.depthTexture.image[0]:w.depthTexture.image;(!J.__webglTexture||oe.width!==w.width||oe.height!==w.height)&&(oe.width=w.width,oe.height=w.height,w.depthTexture.needsUpdate=!0),ne?xe(w.depthTexture,0):_e(w.depthTexture,0);let he=J.__webglTexture,Y=Ut(w),Z=ne?i.TEXTURE_CUBE_MAP_POSITIVE_X+z:i.TEXTURE_2D,le=w.depthTexture.format===us?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(w.depthTexture.format===es)fe(w)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,le,Z,he,0,Y):i.framebufferTexture2D(i.FRAMEBUFFER,le,Z,he,0);else if(w.depthTexture.format===us)fe(w)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,le,Z,he,0,Y):i.framebufferTexture2D(i.FRAMEBUFFER,le,Z,he,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function Yn(R){let w=n.get(R),z=R.isWebGLCubeRenderTarget===!0;if(w.__boundDepthTexture!==R.depthTexture){let ne=R.depthTexture;if(w.__depthDisposeCallback&&w.__depthDisposeCallback(),ne){let J=()=>{delete w.__boundDepthTexture,delete w.__depthDisposeCallback,ne.removeEventListener("dispose",J)};ne.addEventListener("dispose",J),w.__depthDisposeCallback=J}w.__boundDepthTexture=ne}if(R.depthTexture&&!w.__autoAllocateDepthBuffer)if(z)for(let ne=0;ne<6;ne++)un(w.__webglFramebuffer[ne],R,ne);else R.texture.mipmaps.length>0?un(w.__webglFramebuffer[0],R,0):un(w.__webglFramebuffer,R,0);else if(z){w.__webglDepthbuffer=[];for(let ne=0;ne<6;ne++)if(t.bindFramebuffer(i.FRAMEBUFFER,w.__webglFramebuffer[ne]),w.__webglDepthbuffer[ne]===void 0)w.__webglDepthbuffer[ne]=i.createRenderbuffer(),Ei(w.__webglDepthbuffer[ne],R,!1);else{let J=R.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,oe=w.__webglDepthbuffer[ne];i.bindRenderbuffer(i.RENDERBUFFER,oe),i.framebufferRenderbuffer(i.FRAMEBUFFER,J,i.RENDERBUFFER,oe)}}else if(R.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,w.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,w.__webglFramebuffer),w.__webglDepthbuffer===void 0)w.__webglDepthbuffer=i.createRenderbuffer(),Ei(w.__webglDepthbuffer,R,!1);else{let J=R.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,oe=w.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,oe),i.framebufferRenderbuffer(i.FRAMEBUFFER,J,i.RENDERBUFFER,oe)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function Kn(R,w,z){let ne=n.get(R);w!==void 0&&kt(ne.__webglFramebuffer,R,R.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),z!==void 0&&Yn(R)}function Zn(R){let w=R.texture,z=n.get(R),ne=n.get(w);R.addEventListener("dispose",O),L(R);let J=R.textures,oe=R.isWebGLCubeRenderTarget===!0,he=J.length>1;if(he||(ne.__webglTexture===void 0&&(ne.__webglTexture=i.createTexture()),ne.__version=w.version,o.memory.textures++),oe){z.__webglFramebuffer=[];for(let Y=0;Y<6;Y++)if(w.mipmaps.length>0){z.__webglFramebuffer[Y]=[];for(let Z=0;Z<w.mipmaps.length;Z++)z.__webglFramebuffer[Y][Z]=i.createFramebuffer()}else z.__webglFramebuffer[Y]=i.createFramebuffer()}else{if(w.mipmaps.length>0){z.__webglFramebuffer=[];for(let Y=0;Y<w.mipmaps.length;Y++)z.__webglFramebuffer[Y]=i.createFramebuffer()}else z.__webglFramebuffer=i.createFramebuffer();if(he)for(let Y=0,Z=J.length;Y<Z;Y++){let le=n.get(J[Y]);le.__webglTexture===void 0&&(le.__webglTexture=i.createTexture(),o.memory.textures++)}if(R.samples>0&&fe(R)===!1){z.__webglMultisampledFramebuffer=i.createFramebuffer(),z.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,z.__webglMultisampledFramebuffer);for(let Y=0;Y<J.length;Y++){let Z=J[Y];z.__webglColorRenderbuffer[Y]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,z.__webglColorRenderbuffer[Y]);let le=r.convert(Z.format,Z.colorSpace),N=r.convert(Z.type),j=A(Z.internalFormat,le,N,Z.normalized,Z.colorSpace,R.isXRRenderTarget===!0),$=Ut(R);i.renderbufferStorageMultisample(i.RENDERBUFFER,$,j,R.width,R.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Y,i.RENDERBUFFER,z.__webglColorRenderbuffer[Y])}i.bindRenderbuffer(i.RENDERBUFFER,null),R.depthBuffer&&(z.__webglDepthRenderbuffer=i.createRenderbuffer(),Ei(z.__webglDepthRenderbuffer,R,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(oe){t.bindTexture(i.TEXTURE_CUBE_MAP,ne.__webglTexture),vt(i.TEXTURE_CUBE_MAP,w);for(let Y=0;Y<6;Y++)if(w.mipmaps.length>0)for(let Z=0;Z<w.mipmaps.length;Z++)kt(z.__webglFramebuffer[Y][Z],R,w,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+Y,Z);else kt(z.__webglFramebuffer[Y],R,w,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+Y,0);M(w)?v(i.TEXTURE_CUBE_MAP):w.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,w.mipmaps.length-1),t.unbindTexture()}else if(he){for(let Y=0,Z=J.length;Y<Z;Y++){let le=J[Y],N=n.get(le),j=i.TEXTURE_2D;(R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(j=R.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(j,N.__webglTexture),vt(j,le),kt(z.__webglFramebuffer,R,le,i.COLOR_ATTACHMENT0+Y,j,0),M(le)&&v(j)}t.unbindTexture()}else{let Y=i.TEXTURE_2D;if((R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(Y=R.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(Y,ne.__webglTexture),vt(Y,w),w.mipmaps.length>0)for(let Z=0;Z<w.mipmaps.length;Z++)kt(z.__webglFramebuffer[Z],R,w,i.COLOR_ATTACHMENT0,Y,Z);else kt(z.__webglFramebuffer,R,w,i.COLOR_ATTACHMENT0,Y,0);M(w)?v(Y):w.mipmaps.length>0&&i.texParameteri(Y,i.TEXTURE_MAX_LEVEL,w.mipmaps.length-1),t.unbindTexture()}R.depthBuffer&&Yn(R)}function F(R){let w=R.textures;for(let z=0,ne=w.length;z<ne;z++){let J=w[z];if(M(J)&&J.mipmapsAutoUpdate===!0){let oe=E(R),he=n.get(J).__webglTexture;t.bindTexture(oe,he),v(oe),t.unbindTexture()}}}let jn=[];function Dt(R){if(R.samples>0){if(fe(R)===!1){let w=R.textures,z=R.width,ne=R.height,J=i.COLOR_BUFFER_BIT,oe=R.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,he=n.get(R),Y=w.length>1;if(Y)for(let le=0;le<w.length;le++)t.bindFramebuffer(i.FRAMEBUFFER,he.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+le,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,he.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+le,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,he.__webglMultisampledFramebuffer),R.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,he.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,he.__webglFramebuffer);for(let le=0;le<w.length;le++){if(R.resolveDepthBuffer&&(R.depthBuffer&&(J|=i.DEPTH_BUFFER_BIT),R.stencilBuffer&&R.resolveStencilBuffer&&(J|=i.STENCIL_BUFFER_BIT)),Y){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,he.__webglColorRenderbuffer[le]);let N=n.get(w[le]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,N,0)}i.blitFramebuffer(0,0,z,ne,0,0,z,ne,J,i.NEAREST),c===!0&&(jn.length=0,jn.push(i.COLOR_ATTACHMENT0+le),R.depthBuffer&&R.storeMultisampledDepthBuffer===!1&&jn.push(oe),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,jn))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),Y)for(let le=0;le<w.length;le++){t.bindFramebuffer(i.FRAMEBUFFER,he.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+le,i.RENDERBUFFER,he.__webglColorRenderbuffer[le]);let N=n.get(w[le]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,he.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+le,i.TEXTURE_2D,N,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,he.__webglMultisampledFramebuffer)}else if(R.depthBuffer&&R.storeMultisampledDepthBuffer===!1&&c){let w=R.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[w])}}}function Ut(R){return Math.min(s.maxSamples,R.samples)}function fe(R){let w=n.get(R);return R.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&w.__useRenderToTexture!==!1}function Jt(R){let w=o.render.frame;h.get(R)!==w&&(h.set(R,w),R.update())}function Fe(R,w){let z=R.colorSpace,ne=R.format,J=R.type;return R.isCompressedTexture===!0||R.isVideoTexture===!0||z!==Nn&&z!==hs&&(Ze.getTransfer(z)===xt?(ne!==ci||J!==Vn)&&Pe("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):ze("WebGLTextures: Unsupported texture color space:",z)),w}function He(R){return typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement?(l.width=R.naturalWidth||R.width,l.height=R.naturalHeight||R.height):typeof VideoFrame<"u"&&R instanceof VideoFrame?(l.width=R.displayWidth,l.height=R.displayHeight):(l.width=R.width,l.height=R.height),l}this.allocateTextureUnit=De,this.resetTextureUnits=Q,this.getTextureUnits=te,this.setTextureUnits=Ae,this.setTexture2D=_e,this.setTexture2DArray=Se,this.setTexture3D=Oe,this.setTextureCube=xe,this.rebindTextures=Kn,this.setupRenderTarget=Zn,this.updateRenderTargetMipmap=F,this.updateMultisampleRenderTarget=Dt,this.setupDepthRenderbuffer=Yn,this.setupFrameBufferTexture=kt,this.useMultisampledRTT=fe,this.dispose=G}function PM(i,e){function t(n,s=hs){let r,o=Ze.getTransfer(s);if(n===Vn)return i.UNSIGNED_BYTE;if(n===cc)return i.UNSIGNED_SHORT_4_4_4_4;if(n===uc)return i.UNSIGNED_SHORT_5_5_5_1;if(n===Vh)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===Hh)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===Bh)return i.BYTE;if(n===zh)return i.SHORT;if(n===ho)return i.UNSIGNED_SHORT;if(n===lc)return i.INT;if(n===Si)return i.UNSIGNED_INT;if(n===$n)return i.FLOAT;if(n===wi)return i.HALF_FLOAT;if(n===Gh)return i.ALPHA;if(n===Wh)return i.RGB;if(n===ci)return i.RGBA;if(n===es)return i.DEPTH_COMPONENT;if(n===us)return i.DEPTH_STENCIL;if(n===hc)return i.RED;if(n===dc)return i.RED_INTEGER;if(n===Is)return i.RG;if(n===fc)return i.RG_INTEGER;if(n===pc)return i.RGBA_INTEGER;if(n===Sa||n===wa||n===Ta||n===Aa)if(o===xt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(n===Sa)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===wa)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===Ta)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===Aa)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(n===Sa)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===wa)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===Ta)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===Aa)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===mc||n===gc||n===_c||n===xc)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(n===mc)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===gc)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===_c)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===xc)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===vc||n===yc||n===bc||n===Mc||n===Sc||n===Ea||n===wc)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(n===vc||n===yc)return o===xt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(n===bc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(n===Mc)return r.COMPRESSED_R11_EAC;if(n===Sc)return r.COMPRESSED_SIGNED_R11_EAC;if(n===Ea)return r.COMPRESSED_RG11_EAC;if(n===wc)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===Tc||n===Ac||n===Ec||n===Rc||n===Cc||n===Pc||n===Ic||n===Lc||n===Nc||n===Dc||n===Uc||n===Oc||n===Fc||n===kc)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(n===Tc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===Ac)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===Ec)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===Rc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===Cc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===Pc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===Ic)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===Lc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===Nc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===Dc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===Uc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===Oc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===Fc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===kc)return o===xt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===Bc||n===zc||n===Vc)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(n===Bc)return o===xt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===zc)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===Vc)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===Hc||n===Gc||n===Ra||n===Wc)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(n===Hc)return r.COMPRESSED_RED_RGTC1_EXT;if(n===Gc)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===Ra)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===Wc)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===_r?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var IM=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,LM=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,fd=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new na(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new ii({vertexShader:IM,fragmentShader:LM,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new dt(new cr(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},pd=class extends vi{constructor(e,t){super();let n=this,s=null,r=1,o=null,a="local-floor",c=1,l=null,h=null,u=null,d=null,f=null,_=null,y=typeof XRWebGLBinding<"u",g=new fd,m={},b=t.getContextAttributes(),M=null,v=null,E=[],A=[],x=new Le,S=null,L=null,C=new nn;C.viewport=new St;let I=new nn;I.viewport=new St;let O=[C,I],k=new sc,P=null,G=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(K){let _e=E[K];return _e===void 0&&(_e=new Jr,E[K]=_e),_e.getTargetRaySpace()},this.getControllerGrip=function(K){let _e=E[K];return _e===void 0&&(_e=new Jr,E[K]=_e),_e.getGripSpace()},this.getHand=function(K){let _e=E[K];return _e===void 0&&(_e=new Jr,E[K]=_e),_e.getHandSpace()};function X(K){let _e=A.indexOf(K.inputSource);if(_e===-1)return;let Se=E[_e];Se!==void 0&&(Se.update(K.inputSource,K.frame,l||o),Se.dispatchEvent({type:K.type,data:K.inputSource}))}function H(){s.removeEventListener("select",X),s.removeEventListener("selectstart",X),s.removeEventListener("selectend",X),s.removeEventListener("squeeze",X),s.removeEventListener("squeezestart",X),s.removeEventListener("squeezeend",X),s.removeEventListener("end",H),s.removeEventListener("inputsourceschange",ee);for(let K=0;K<E.length;K++){let _e=A[K];_e!==null&&(A[K]=null,E[K].disconnect(_e))}P=null,G=null,g.reset();for(let K in m)delete m[K];if(e.setRenderTarget(M),f=null,d=null,u=null,s=null,v=null,De.stop(),n.isPresenting=!1,e.setPixelRatio(S),e.setSize(x.width,x.height,!1),L!==null){let K=L.camera;K.fov=L.fov,K.zoom=L.zoom,K.updateProjectionMatrix(),L=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(K){r=K,n.isPresenting===!0&&Pe("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(K){a=K,n.isPresenting===!0&&Pe("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return l||o},this.setReferenceSpace=function(K){l=K},this.getBaseLayer=function(){return d!==null?d:f},this.getBinding=function(){return u===null&&y&&(u=new XRWebGLBinding(s,t)),u},this.getFrame=function(){return _},this.getSession=function(){return s},this.setSession=async function(K){if(s=K,s!==null){if(M=e.getRenderTarget(),s.addEventListener("select",X),s.addEventListener("selectstart",X),s.addEventListener("selectend",X),s.addEventListener("squeeze",X),s.addEventListener("squeezestart",X),s.addEventListener("squeezeend",X),s.addEventListener("end",H),s.addEventListener("inputsourceschange",ee),b.xrCompatible!==!0&&await t.makeXRCompatible(),S=e.getPixelRatio(),e.getSize(x),y&&"createProjectionLayer"in XRWebGLBinding.prototype){let Se=null,Oe=null,xe=null;b.depth&&(xe=b.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,Se=b.stencil?us:es,Oe=b.stencil?_r:Si);let Xe={colorFormat:t.RGBA8,depthFormat:xe,scaleFactor:r};u=this.getBinding(),d=u.createProjectionLayer(Xe),s.updateRenderState({layers:[d]}),e.setPixelRatio(1),e.setSize(d.textureWidth,d.textureHeight,!1),v=new Dn(d.textureWidth,d.textureHeight,{format:ci,type:Vn,depthTexture:new ss(d.textureWidth,d.textureHeight,Oe,void 0,void 0,void 0,void 0,void 0,void 0,Se),stencilBuffer:b.stencil,colorSpace:e.outputColorSpace,samples:b.antialias?4:0,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}else{let Se={antialias:b.antialias,alpha:!0,depth:b.depth,stencil:b.stencil,framebufferScaleFactor:r};f=new XRWebGLLayer(s,t,Se),s.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),v=new Dn(f.framebufferWidth,f.framebufferHeight,{format:ci,type:Vn,colorSpace:e.outputColorSpace,stencilBuffer:b.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}v.isXRRenderTarget=!0,this.setFoveation(c),l=null,o=await s.requestReferenceSpace(a),De.setContext(s),De.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return g.getDepthTexture()};function ee(K){for(let _e=0;_e<K.removed.length;_e++){let Se=K.removed[_e],Oe=A.indexOf(Se);Oe>=0&&(A[Oe]=null,E[Oe].disconnect(Se))}for(let _e=0;_e<K.added.length;_e++){let Se=K.added[_e],Oe=A.indexOf(Se);if(Oe===-1){for(let Xe=0;Xe<E.length;Xe++)if(Xe>=A.length){A.push(Se),Oe=Xe;break}else if(A[Xe]===null){A[Xe]=Se,Oe=Xe;break}if(Oe===-1)break}let xe=E[Oe];xe&&xe.connect(Se)}}function q(K,_e){_e===null?K.matrixWorld.copy(K.matrix):K.matrixWorld.multiplyMatrices(_e.matrixWorld,K.matrix),K.matrixWorldInverse.copy(K.matrixWorld).invert()}this.updateCamera=function(K){if(s===null)return;let _e=K.near,Se=K.far;g.texture!==null&&(g.depthNear>0&&(_e=g.depthNear),g.depthFar>0&&(Se=g.depthFar)),k.near=I.near=C.near=_e,k.far=I.far=C.far=Se,(P!==k.near||G!==k.far)&&(s.updateRenderState({depthNear:k.near,depthFar:k.far}),P=k.near,G=k.far),k.layers.mask=K.layers.mask|6,C.layers.mask=k.layers.mask&-5,I.layers.mask=k.layers.mask&-3;let Oe=K.parent,xe=k.cameras;q(k,Oe);for(let Xe=0;Xe<xe.length;Xe++)q(xe[Xe],Oe);k.projectionMatrix.copy(C.projectionMatrix),k.projectionMatrixInverse.copy(C.projectionMatrixInverse),L===null&&K.isPerspectiveCamera&&(L={camera:K,fov:K.fov,zoom:K.zoom}),Q(K,k,Oe)};function Q(K,_e,Se){Se===null?K.matrix.copy(_e.matrixWorld):(K.matrix.copy(Se.matrixWorld),K.matrix.invert(),K.matrix.multiply(_e.matrixWorld)),K.matrix.decompose(K.position,K.quaternion,K.scale),K.updateMatrixWorld(!0),K.projectionMatrix.copy(_e.projectionMatrix),K.projectionMatrixInverse.copy(_e.projectionMatrixInverse),K.isPerspectiveCamera&&(K.fov=sr*2*Math.atan(1/K.projectionMatrix.elements[5]),K.zoom=1)}this.getCamera=function(){return k},this.getFoveation=function(){if(!(d===null&&f===null))return c},this.setFoveation=function(K){c=K,d!==null&&(d.fixedFoveation=K),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=K)},this.hasDepthSensing=function(){return g.texture!==null},this.getDepthSensingMesh=function(){return g.getMesh(k)},this.getCameraTexture=function(K){return m[K]};let te=null;function Ae(K,_e){if(h=_e.getViewerPose(l||o),_=_e,h!==null){let Se=h.views;f!==null&&(e.setRenderTargetFramebuffer(v,f.framebuffer),e.setRenderTarget(v));let Oe=!1;Se.length!==k.cameras.length&&(k.cameras.length=0,Oe=!0);for(let Be=0;Be<Se.length;Be++){let vt=Se[Be],Tt=null;if(f!==null)Tt=f.getViewport(vt);else{let mn=u.getViewSubImage(d,vt);Tt=mn.viewport,Be===0&&(e.setRenderTargetTextures(v,mn.colorTexture,mn.depthStencilTexture),e.setRenderTarget(v))}let it=O[Be];it===void 0&&(it=new nn,it.layers.enable(Be),it.viewport=new St,O[Be]=it),it.matrix.fromArray(vt.transform.matrix),it.matrix.decompose(it.position,it.quaternion,it.scale),it.projectionMatrix.fromArray(vt.projectionMatrix),it.projectionMatrixInverse.copy(it.projectionMatrix).invert(),it.viewport.set(Tt.x,Tt.y,Tt.width,Tt.height),Be===0&&(k.matrix.copy(it.matrix),k.matrix.decompose(k.position,k.quaternion,k.scale)),Oe===!0&&k.cameras.push(it)}let xe=s.enabledFeatures;if(xe&&xe.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&y){u=n.getBinding();let Be=u.getDepthInformation(Se[0]);Be&&Be.isValid&&Be.texture&&g.init(Be,s.renderState)}if(xe&&xe.includes("camera-access")&&y){e.state.unbindTexture(),u=n.getBinding();for(let Be=0;Be<Se.length;Be++){let vt=Se[Be].camera;if(vt){let Tt=m[vt];Tt||(Tt=new na,m[vt]=Tt);let it=u.getCameraImage(vt);Tt.sourceTexture=it}}}}for(let Se=0;Se<E.length;Se++){let Oe=A[Se],xe=E[Se];Oe!==null&&xe!==void 0&&xe.update(Oe,_e,l||o)}te&&te(K,_e),_e.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:_e}),_=null}let De=new pg;De.setAnimationLoop(Ae),this.setAnimationLoop=function(K){te=K},this.dispose=function(){}}},NM=new We,wg=new Ve;wg.set(-1,0,0,0,1,0,0,0,1);function DM(i,e){function t(g,m){g.matrixAutoUpdate===!0&&g.updateMatrix(),m.value.copy(g.matrix)}function n(g,m){m.color.getRGB(g.fogColor.value,td(i)),m.isFog?(g.fogNear.value=m.near,g.fogFar.value=m.far):m.isFogExp2&&(g.fogDensity.value=m.density)}function s(g,m,b,M,v){m.isNodeMaterial?m.uniformsNeedUpdate=!1:m.isMeshBasicMaterial?r(g,m):m.isMeshLambertMaterial?(r(g,m),m.envMap&&(g.envMapIntensity.value=m.envMapIntensity)):m.isMeshToonMaterial?(r(g,m),u(g,m)):m.isMeshPhongMaterial?(r(g,m),h(g,m),m.envMap&&(g.envMapIntensity.value=m.envMapIntensity)):m.isMeshStandardMaterial?(r(g,m),d(g,m),m.isMeshPhysicalMaterial&&f(g,m,v)):m.isMeshMatcapMaterial?(r(g,m),_(g,m)):m.isMeshDepthMaterial?r(g,m):m.isMeshDistanceMaterial?(r(g,m),y(g,m)):m.isMeshNormalMaterial?r(g,m):m.isLineBasicMaterial?(o(g,m),m.isLineDashedMaterial&&a(g,m)):m.isPointsMaterial?c(g,m,b,M):m.isSpriteMaterial?l(g,m):m.isShadowMaterial?(g.color.value.copy(m.color),g.opacity.value=m.opacity):m.isShaderMaterial&&(m.uniformsNeedUpdate=!1)}function r(g,m){g.opacity.value=m.opacity,m.color&&g.diffuse.value.copy(m.color),m.emissive&&g.emissive.value.copy(m.emissive).multiplyScalar(m.emissiveIntensity),m.map&&(g.map.value=m.map,t(m.map,g.mapTransform)),m.alphaMap&&(g.alphaMap.value=m.alphaMap,t(m.alphaMap,g.alphaMapTransform)),m.bumpMap&&(g.bumpMap.value=m.bumpMap,t(m.bumpMap,g.bumpMapTransform),g.bumpScale.value=m.bumpScale,m.side===on&&(g.bumpScale.value*=-1)),m.normalMap&&(g.normalMap.value=m.normalMap,t(m.normalMap,g.normalMapTransform),g.normalScale.value.copy(m.normalScale),m.side===on&&g.normalScale.value.negate()),m.displacementMap&&(g.displacementMap.value=m.displacementMap,t(m.displacementMap,g.displacementMapTransform),g.displacementScale.value=m.displacementScale,g.displacementBias.value=m.displacementBias),m.emissiveMap&&(g.emissiveMap.value=m.emissiveMap,t(m.emissiveMap,g.emissiveMapTransform)),m.specularMap&&(g.specularMap.value=m.specularMap,t(m.specularMap,g.specularMapTransform)),m.alphaTest>0&&(g.alphaTest.value=m.alphaTest);let b=e.get(m),M=b.envMap,v=b.envMapRotation;M&&(g.envMap.value=M,g.envMapRotation.value.setFromMatrix4(NM.makeRotationFromEuler(v)).transpose(),M.isCubeTexture&&M.isRenderTargetTexture===!1&&g.envMapRotation.value.premultiply(wg),g.reflectivity.value=m.reflectivity,g.ior.value=m.ior,g.refractionRatio.value=m.refractionRatio),m.lightMap&&(g.lightMap.value=m.lightMap,g.lightMapIntensity.value=m.lightMapIntensity,t(m.lightMap,g.lightMapTransform)),m.aoMap&&(g.aoMap.value=m.aoMap,g.aoMapIntensity.value=m.aoMapIntensity,t(m.aoMap,g.aoMapTransform))}function o(g,m){g.diffuse.value.copy(m.color),g.opacity.value=m.opacity,m.map&&(g.map.value=m.map,t(m.map,g.mapTransform))}function a(g,m){g.dashSize.value=m.dashSize,g.totalSize.value=m.dashSize+m.gapSize,g.scale.value=m.scale}function c(g,m,b,M){g.diffuse.value.copy(m.color),g.opacity.value=m.opacity,g.size.value=m.size*b,g.scale.value=M*.5,m.map&&(g.map.value=m.map,t(m.map,g.uvTransform)),m.alphaMap&&(g.alphaMap.value=m.alphaMap,t(m.alphaMap,g.alphaMapTransform)),m.alphaTest>0&&(g.alphaTest.value=m.alphaTest)}function l(g,m){g.diffuse.value.copy(m.color),g.opacity.value=m.opacity,g.rotation.value=m.rotation,m.map&&(g.map.value=m.map,t(m.map,g.mapTransform)),m.alphaMap&&(g.alphaMap.value=m.alphaMap,t(m.alphaMap,g.alphaMapTransform)),m.alphaTest>0&&(g.alphaTest.value=m.alphaTest)}function h(g,m){g.specular.value.copy(m.specular),g.shininess.value=Math.max(m.shininess,1e-4)}function u(g,m){m.gradientMap&&(g.gradientMap.value=m.gradientMap)}function d(g,m){g.metalness.value=m.metalness,m.metalnessMap&&(g.metalnessMap.value=m.metalnessMap,t(m.metalnessMap,g.metalnessMapTransform)),g.roughness.value=m.roughness,m.roughnessMap&&(g.roughnessMap.value=m.roughnessMap,t(m.roughnessMap,g.roughnessMapTransform)),m.envMap&&(g.envMapIntensity.value=m.envMapIntensity)}function f(g,m,b){g.ior.value=m.ior,m.diffuseRoughness>0&&(g.diffuseRoughness.value=m.diffuseRoughness,m.diffuseRoughnessMap&&(g.diffuseRoughnessMap.value=m.diffuseRoughnessMap,t(m.diffuseRoughnessMap,g.diffuseRoughnessMapTransform))),m.sheen>0&&(g.sheenColor.value.copy(m.sheenColor).multiplyScalar(m.sheen),g.sheenRoughness.value=m.sheenRoughness,m.sheenColorMap&&(g.sheenColorMap.value=m.sheenColorMap,t(m.sheenColorMap,g.sheenColorMapTransform)),m.sheenRoughnessMap&&(g.sheenRoughnessMap.value=m.sheenRoughnessMap,t(m.sheenRoughnessMap,g.sheenRoughnessMapTransform))),m.clearcoat>0&&(g.clearcoat.value=m.clearcoat,g.clearcoatRoughness.value=m.clearcoatRoughness,m.clearcoatMap&&(g.clearcoatMap.value=m.clearcoatMap,t(m.clearcoatMap,g.clearcoatMapTransform)),m.clearcoatRoughnessMap&&(g.clearcoatRoughnessMap.value=m.clearcoatRoughnessMap,t(m.clearcoatRoughnessMap,g.clearcoatRoughnessMapTransform)),m.clearcoatNormalMap&&(g.clearcoatNormalMap.value=m.clearcoatNormalMap,t(m.clearcoatNormalMap,g.clearcoatNormalMapTransform),g.clearcoatNormalScale.value.copy(m.clearcoatNormalScale),m.side===on&&g.clearcoatNormalScale.value.negate())),m.dispersion>0&&(g.dispersion.value=m.dispersion),m.retroreflectivity>0&&(g.retroreflectivity.value=m.retroreflectivity),m.iridescence>0&&(g.iridescence.value=m.iridescence,g.iridescenceIOR.value=m.iridescenceIOR,g.iridescenceThicknessMinimum.value=m.iridescenceThicknessMinimum,g.iridescenceThicknessMaximum.value=m.iridescenceThicknessMaximum,m.iridescenceMap&&(g.iridescenceMap.value=m.iridescenceMap,t(m.iridescenceMap,g.iridescenceMapTransform)),m.iridescenceThicknessMap&&(g.iridescenceThicknessMap.value=m.iridescenceThicknessMap,t(m.iridescenceThicknessMap,g.iridescenceThicknessMapTransform))),m.transmission>0&&(g.transmission.value=m.transmission,g.transmissionSamplerMap.value=b.texture,g.transmissionSamplerSize.value.set(b.width,b.height),m.transmissionMap&&(g.transmissionMap.value=m.transmissionMap,t(m.transmissionMap,g.transmissionMapTransform)),g.thickness.value=m.thickness,m.thicknessMap&&(g.thicknessMap.value=m.thicknessMap,t(m.thicknessMap,g.thicknessMapTransform)),g.attenuationDistance.value=m.attenuationDistance,g.attenuationColor.value.copy(m.attenuationColor)),m.anisotropy>0&&(g.anisotropyVector.value.set(m.anisotropy*Math.cos(m.anisotropyRotation),m.anisotropy*Math.sin(m.anisotropyRotation)),m.anisotropyMap&&(g.anisotropyMap.value=m.anisotropyMap,t(m.anisotropyMap,g.anisotropyMapTransform))),g.specularIntensity.value=m.specularIntensity,g.specularColor.value.copy(m.specularColor),m.specularColorMap&&(g.specularColorMap.value=m.specularColorMap,t(m.specularColorMap,g.specularColorMapTransform)),m.specularIntensityMap&&(g.specularIntensityMap.value=m.specularIntensityMap,t(m.specularIntensityMap,g.specularIntensityMapTransform))}function _(g,m){m.matcap&&(g.matcap.value=m.matcap)}function y(g,m){let b=e.get(m).light;g.referencePosition.value.setFromMatrixPosition(b.matrixWorld),g.nearDistance.value=b.shadow.camera.near,g.farDistance.value=b.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:s}}function UM(i,e,t,n){let s={},r={};function o(b,M){let v=M.program;n.uniformBlockBinding(b,v,s[b.id])}function a(b,M){let v=s[b.id];v===void 0&&(_(b),v=c(b),s[b.id]=v,b.addEventListener("dispose",g));let E=M.program;n.updateUBOMapping(b,E);let A=e.render.frame;r[b.id]!==A&&(l(b),r[b.id]=A)}function c(b){let M=i.createBuffer(),v=b.__size,E=b.usage;return i.bindBuffer(i.UNIFORM_BUFFER,M),i.bufferData(i.UNIFORM_BUFFER,v,E),i.bindBuffer(i.UNIFORM_BUFFER,null),M}function l(b){let M=s[b.id],v=b.uniforms,E=b.__cache;i.bindBuffer(i.UNIFORM_BUFFER,M);for(let A=0,x=v.length;A<x;A++){let S=v[A];if(Array.isArray(S))for(let L=0,C=S.length;L<C;L++)h(S[L],A,L,E);else h(S,A,0,E)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function h(b,M,v,E){if(d(b,M,v,E)===!0){let A=b.__offset,x=b.value;if(Array.isArray(x)){let S=0;for(let L=0;L<x.length;L++){let C=x[L],I=y(C,!0);u(C,b.__data,S),S+=I.storage/Float32Array.BYTES_PER_ELEMENT}}else u(x,b.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,A,b.__data)}}function u(b,M,v){typeof b=="number"||typeof b=="boolean"?M[v]=b:b.isMatrix3?(M[v]=b.elements[0],M[v+1]=b.elements[1],M[v+2]=b.elements[2],M[v+3]=0,M[v+4]=b.elements[3],M[v+5]=b.elements[4],M[v+6]=b.elements[5],M[v+7]=0,M[v+8]=b.elements[6],M[v+9]=b.elements[7],M[v+10]=b.elements[8],M[v+11]=0):ArrayBuffer.isView(b)?M.set(b.subarray(0,M.length-v),v):b.toArray(M,v)}function d(b,M,v,E){let A=b.value,x=M+"_"+v;if(Array.isArray(A)){E[x]===void 0&&(E[x]=[]);let S=E[x],L=!1;for(let C=0;C<A.length;C++)f(A[C],S,C)===!0&&(L=!0);return L}return f(A,E,x)}function f(b,M,v){if(M[v]===void 0)return typeof b=="number"||typeof b=="boolean"?M[v]=b:ArrayBuffer.isView(b)?M[v]=b.slice():M[v]=b.clone(),!0;{let E=M[v];if(typeof b=="number"||typeof b=="boolean"){if(E!==b)return M[v]=b,!0}else{if(ArrayBuffer.isView(b))return!0;if(E.equals(b)===!1)return E.copy(b),!0}}return!1}function _(b){let M=b.uniforms,v=0,E=16;for(let x=0,S=M.length;x<S;x++){let L=Array.isArray(M[x])?M[x]:[M[x]];for(let C=0,I=L.length;C<I;C++){let O=L[C],k=Array.isArray(O.value)?O.value:[O.value],P=Array.isArray(M[x])||Array.isArray(O.value),G=v;for(let H=0,ee=k.length;H<ee;H++){let q=k[H],Q=y(q,P),te=v%E,Ae=te%Q.boundary,De=te+Ae;v+=Ae,De!==0&&E-De<Q.storage&&(v+=E-De),H===0&&(G=v),v+=Q.storage}let X=O.type==="int"?Int32Array:O.type==="uint"?Uint32Array:Float32Array;O.__data=new X((v-G)/Float32Array.BYTES_PER_ELEMENT),O.__offset=G}}let A=v%E;return A>0&&(v+=E-A),b.__size=v,b.__cache={},this}function y(b,M){let v={boundary:0,storage:0};return typeof b=="number"||typeof b=="boolean"?(v.boundary=4,v.storage=4):b.isVector2?(v.boundary=8,v.storage=8):b.isVector3||b.isColor?(v.boundary=16,v.storage=12):b.isVector4?(v.boundary=16,v.storage=16):b.isMatrix3?(v.boundary=16,v.storage=48):b.isMatrix4?(v.boundary=16,v.storage=64):b.isTexture?Pe("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(b)?(v.boundary=16,v.storage=b.byteLength):Pe("WebGLRenderer: Unsupported uniform value type.",b),M===!0&&(v.boundary=16,v.storage=Math.ceil(v.storage/16)*16),v}function g(b){let M=b.target;M.removeEventListener("dispose",g),i.deleteBuffer(s[M.id]),delete s[M.id],delete r[M.id]}function m(){for(let b in s)i.deleteBuffer(s[b]);s={},r={}}return{bind:o,update:a,dispose:m}}var OM=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Oi=null;function FM(){return Oi===null&&(Oi=new no(OM,16,16,Is,wi),Oi.name="DFG_LUT",Oi.minFilter=sn,Oi.magFilter=sn,Oi.wrapS=ei,Oi.wrapT=ei,Oi.generateMipmaps=!1,Oi.needsUpdate=!0),Oi}var Yc=class{constructor(e={}){let{canvas:t=Bm(),context:n=null,depth:s=!0,stencil:r=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:c=!0,preserveDrawingBuffer:l=!1,powerPreference:h="default",failIfMajorPerformanceCaveat:u=!1,reversedDepthBuffer:d=!1,outputBufferType:f=Vn}=e;this.isWebGLRenderer=!0;let _;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");_=n.getContextAttributes().alpha}else _=o;let y=f,g=new Set([pc,fc,dc]),m=new Set([Vn,Si,ho,_r,cc,uc]),b=new Uint32Array(4),M=new Int32Array(4),v={textures:[],min:[],max:[],resolution:[]},E=null,A=null,x=[],S=[],L=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=ai,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let C=this,I=!1,O=null,k=null,P=null,G=null;this._outputColorSpace=gt;let X=0,H=0,ee=null,q=-1,Q=null,te=new St,Ae=new St,De=null,K=new pe(0),_e=0,Se=t.width,Oe=t.height,xe=1,Xe=null,$t=null,Be=new St(0,0,Se,Oe),vt=new St(0,0,Se,Oe),Tt=!1,it=new As,mn=new ql,jt=!1,kn=!1,kt=new We,Ei=new U,un=new St,Yn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},Kn=!1;function Zn(){return ee===null?xe:1}let F=n;function jn(T,D){return t.getContext(T,D)}let Dt,Ut,fe,Jt,Fe,He,R,w,z,ne,J,oe,he,Y,Z,le,N,j,$,ce,re,ae,Ie;try{let T={alpha:!0,depth:s,stencil:r,antialias:a,premultipliedAlpha:c,preserveDrawingBuffer:l,powerPreference:h,failIfMajorPerformanceCaveat:u};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Ue,!1),t.addEventListener("webglcontextrestored",qe,!1),t.addEventListener("webglcontextcreationerror",me,!1),F===null){let D="webgl2";if(F=jn(D,T),F===null)throw jn(D)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}Ye()}catch(T){throw t.removeEventListener("webglcontextlost",Ue,!1),t.removeEventListener("webglcontextrestored",qe,!1),t.removeEventListener("webglcontextcreationerror",me,!1),ze("WebGLRenderer: "+T.message),T}function Ye(){Dt=new Yy(F),Dt.init(),re=new PM(F,Dt),Ut=new Fy(F,Dt,e,re),fe=new RM(F,Dt),Ut.reversedDepthBuffer&&d&&fe.buffers.depth.setReversed(!0),k=F.createFramebuffer(),P=F.createFramebuffer(),G=F.createFramebuffer(),Jt=new jy(F),Fe=new pM,He=new CM(F,Dt,fe,Fe,Ut,re,Jt),R=new $y(C),w=new Q_(F),ae=new Uy(F,w),z=new Ky(F,w,Jt,ae),ne=new Qy(F,z,w,ae,Jt),j=new Jy(F,Ut,He),Z=new ky(Fe),J=new fM(C,R,Dt,Ut,ae,Z),oe=new DM(C,Fe),he=new gM,Y=new MM(Dt),N=new Dy(C,R,fe,ne,_,c),le=new EM(C,ne,Ut),Ie=new UM(F,Jt,Ut,fe),$=new Oy(F,Dt,Jt),ce=new Zy(F,Dt,Jt),Jt.programs=J.programs,C.capabilities=Ut,C.extensions=Dt,C.properties=Fe,C.renderLists=he,C.shadowMap=le,C.state=fe,C.info=Jt}y!==Vn&&(L=new tb(y,t.width,t.height,a,s,r));let se=new pd(C,F);this.xr=se,this.getContext=function(){return F},this.getContextAttributes=function(){return F.getContextAttributes()},this.forceContextLoss=function(){let T=Dt.get("WEBGL_lose_context");T&&T.loseContext()},this.forceContextRestore=function(){let T=Dt.get("WEBGL_lose_context");T&&T.restoreContext()},this.getPixelRatio=function(){return xe},this.setPixelRatio=function(T){T!==void 0&&(xe=T,this.setSize(Se,Oe,!1))},this.getSize=function(T){return T.set(Se,Oe)},this.setSize=function(T,D,W=!0){if(se.isPresenting){Pe("WebGLRenderer: Can't change size while VR device is presenting.");return}Se=T,Oe=D,t.width=Math.floor(T*xe),t.height=Math.floor(D*xe),W===!0&&(t.style.width=T+"px",t.style.height=D+"px"),L!==null&&L.setSize(t.width,t.height),this.setViewport(0,0,T,D)},this.getDrawingBufferSize=function(T){return T.set(Se*xe,Oe*xe).floor()},this.setDrawingBufferSize=function(T,D,W){Se=T,Oe=D,xe=W,t.width=Math.floor(T*W),t.height=Math.floor(D*W),this.setViewport(0,0,T,D)},this.setEffects=function(T){if(y===Vn){ze("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(T){for(let D=0;D<T.length;D++)if(T[D].isOutputPass===!0){Pe("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}L.setEffects(T||[])},this.getCurrentViewport=function(T){return T.copy(te)},this.getViewport=function(T){return T.copy(Be)},this.setViewport=function(T,D,W,B){T.isVector4?Be.set(T.x,T.y,T.z,T.w):Be.set(T,D,W,B),fe.viewport(te.copy(Be).multiplyScalar(Zn()).round())},this.getScissor=function(T){return T.copy(vt)},this.setScissor=function(T,D,W,B){T.isVector4?vt.set(T.x,T.y,T.z,T.w):vt.set(T,D,W,B),fe.scissor(Ae.copy(vt).multiplyScalar(Zn()).round())},this.getScissorTest=function(){return Tt},this.setScissorTest=function(T){fe.setScissorTest(Tt=T)},this.setOpaqueSort=function(T){Xe=T},this.setTransparentSort=function(T){$t=T},this.getClearColor=function(T){return T.copy(N.getClearColor())},this.setClearColor=function(){N.setClearColor(...arguments)},this.getClearAlpha=function(){return N.getClearAlpha()},this.setClearAlpha=function(){N.setClearAlpha(...arguments)},this.clear=function(T=!0,D=!0,W=!0){let B=0;if(T){let V=!1;if(ee!==null){let de=ee.texture.format;V=g.has(de)}if(V){let de=ee.texture.type,Me=m.has(de),ue=N.getClearColor(),ve=N.getClearAlpha(),Ee=ue.r,Ge=ue.g,st=ue.b;Me?(b[0]=Ee,b[1]=Ge,b[2]=st,b[3]=ve,F.clearBufferuiv(F.COLOR,0,b)):(M[0]=Ee,M[1]=Ge,M[2]=st,M[3]=ve,F.clearBufferiv(F.COLOR,0,M))}else B|=F.COLOR_BUFFER_BIT}D&&(B|=F.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),W&&(B|=F.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),B!==0&&F.clear(B)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(T){T.setRenderer(this),O=T},this.dispose=function(){t.removeEventListener("webglcontextlost",Ue,!1),t.removeEventListener("webglcontextrestored",qe,!1),t.removeEventListener("webglcontextcreationerror",me,!1),N.dispose(),he.dispose(),Y.dispose(),He.dispose(),Fe.dispose(),R.dispose(),ne.dispose(),z.dispose(),ae.dispose(),Ie.dispose(),J.dispose(),se.dispose(),se.removeEventListener("sessionstart",lf),se.removeEventListener("sessionend",cf),ks.stop()};function Ue(T){T.preventDefault(),Xo("WebGLRenderer: Context Lost."),I=!0}function qe(){Xo("WebGLRenderer: Context Restored."),I=!1;let T=Jt.autoReset,D=le.enabled,W=le.autoUpdate,B=le.needsUpdate,V=le.type;Ye(),Jt.autoReset=T,le.enabled=D,le.autoUpdate=W,le.needsUpdate=B,le.type=V}function me(T){ze("WebGLRenderer: A WebGL context could not be created. Reason: ",T.statusMessage)}function yt(T){let D=T.target;D.removeEventListener("dispose",yt),hn(D)}function hn(T){ds(T),Fe.remove(T)}function ds(T){let D=Fe.get(T).programs;D!==void 0&&(D.forEach(function(W){J.releaseProgram(W)}),T.isShaderMaterial&&J.releaseShaderCache(T))}this.renderBufferDirect=function(T,D,W,B,V,de){D===null&&(D=Yn);let Me=V.isMesh&&V.matrixWorld.determinantAffine()<0,ue=x0(T,D,W,B,V);fe.setMaterial(B,Me);let ve=W.index,Ee=1;if(B.wireframe===!0){if(ve=z.getWireframeAttribute(W),ve===void 0)return;Ee=2}let Ge=W.drawRange,st=W.attributes.position,we=Ge.start*Ee,rt=(Ge.start+Ge.count)*Ee;de!==null&&(we=Math.max(we,de.start*Ee),rt=Math.min(rt,(de.start+de.count)*Ee)),ve!==null?(we=Math.max(we,0),rt=Math.min(rt,ve.count)):st!=null&&(we=Math.max(we,0),rt=Math.min(rt,st.count));let Yt=rt-we;if(Yt<0||Yt===1/0)return;ae.setup(V,B,ue,W,ve);let Ct,At=$;if(ve!==null&&(Ct=w.get(ve),At=ce,At.setIndex(Ct)),V.isMesh)B.wireframe===!0?(fe.setLineWidth(B.wireframeLinewidth*Zn()),At.setMode(F.LINES)):At.setMode(F.TRIANGLES);else if(V.isLine){let yn=B.linewidth;yn===void 0&&(yn=1),fe.setLineWidth(yn*Zn()),V.isLineSegments?At.setMode(F.LINES):V.isLineLoop?At.setMode(F.LINE_LOOP):At.setMode(F.LINE_STRIP)}else V.isPoints?At.setMode(F.POINTS):V.isSprite&&At.setMode(F.TRIANGLES);if(V.isBatchedMesh)if(Dt.get("WEBGL_multi_draw"))At.renderMultiDraw(V._multiDrawStarts,V._multiDrawCounts,V._multiDrawCount);else{let yn=V._multiDrawStarts,Te=V._multiDrawCounts,Pn=V._multiDrawCount,pt=ve?w.get(ve).bytesPerElement:1,Bs=Fe.get(B).currentProgram.getUniforms();for(let bn=0;bn<Pn;bn++)Bs.setValue(F,"_gl_DrawID",bn),At.render(yn[bn]/pt,Te[bn])}else if(V.isInstancedMesh)At.renderInstances(we,Yt,V.count);else if(W.isInstancedBufferGeometry){let yn=W._maxInstanceCount!==void 0?W._maxInstanceCount:1/0,Te=Math.min(W.instanceCount,yn);At.renderInstances(we,Yt,Te)}else At.render(we,Yt)};function af(T,D,W,B){O!==null&&T.isNodeMaterial&&O.setObject(B,T),jt===!0&&Z.setState(T,W,!1),T.transparent===!0&&T.side===pn&&T.forceSinglePass===!1?(T.side=on,T.needsUpdate=!0,So(T,D,B),T.side=oi,T.needsUpdate=!0,So(T,D,B),T.side=pn):So(T,D,B)}this.compile=function(T,D,W=null){W===null&&(W=T),O!==null&&O.renderStart(T,D,W),A=Y.get(W),A.init(D),S.push(A),W.traverseVisible(function(V){V.isLight&&V.layers.test(D.layers)&&(A.pushLight(V),V.castShadow&&A.pushShadow(V))}),T!==W&&T.traverseVisible(function(V){V.isLight&&V.layers.test(D.layers)&&(A.pushLight(V),V.castShadow&&A.pushShadow(V))}),A.setupLights(),O!==null&&O.updateLights(A.state.lightsArray),kn=this.localClippingEnabled,jt=Z.init(this.clippingPlanes,kn),jt===!0&&Z.setGlobalState(this.clippingPlanes,D),O!==null&&le.render(A.state.shadowsArray,W,D);let B=new Set;return T.traverse(function(V){if(!(V.isMesh||V.isPoints||V.isLine||V.isSprite))return;let de=V.material;if(de)if(Array.isArray(de))for(let Me=0;Me<de.length;Me++){let ue=de[Me];af(ue,W,D,V),B.add(ue)}else af(de,W,D,V),B.add(de)}),A=S.pop(),O!==null&&O.renderEnd(),B},this.compileAsync=function(T,D,W=null){let B=this.compile(T,D,W);return new Promise(V=>{function de(){if(B.forEach(function(Me){let ve=Fe.get(Me).currentProgram;(ve===void 0||ve.isReady())&&B.delete(Me)}),B.size===0){V(T);return}setTimeout(de,10)}Dt.get("KHR_parallel_shader_compile")!==null?de():setTimeout(de,10)})};let _u=null;function g0(T){_u&&_u(T)}function lf(){ks.stop()}function cf(){ks.start()}let ks=new pg;ks.setAnimationLoop(g0),typeof self<"u"&&ks.setContext(self),this.setAnimationLoop=function(T){_u=T,se.setAnimationLoop(T),T===null?ks.stop():ks.start()},se.addEventListener("sessionstart",lf),se.addEventListener("sessionend",cf),this.render=function(T,D){if(D!==void 0&&D.isCamera!==!0){ze("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(I===!0)return;O!==null&&O.renderStart(T,D);let W=se.enabled===!0&&se.isPresenting===!0,B=L!==null&&(ee===null||W)&&L.begin(C,ee);if(T.matrixWorldAutoUpdate===!0&&T.updateMatrixWorld(),D.parent===null&&D.matrixWorldAutoUpdate===!0&&D.updateMatrixWorld(),se.enabled===!0&&se.isPresenting===!0&&(L===null||L.isCompositing()===!1)&&(se.cameraAutoUpdate===!0&&se.updateCamera(D),D=se.getCamera()),T.isScene===!0&&T.onBeforeRender(C,T,D,ee),A=Y.get(T,S.length),A.init(D),A.state.textureUnits=He.getTextureUnits(),S.push(A),kt.multiplyMatrices(D.projectionMatrix,D.matrixWorldInverse),D.isArrayCamera?mn.setFromArrayCamera(D):it.setFromProjectionMatrix(kt,ti,D.reversedDepth),kn=this.localClippingEnabled,jt=Z.init(this.clippingPlanes,kn),E=he.get(T,x.length),E.init(),x.push(E),this.info.render.frame++,se.enabled===!0&&se.isPresenting===!0){let Me=C.xr.getDepthSensingMesh();Me!==null&&xu(Me,D,-1/0,C.sortObjects)}xu(T,D,0,C.sortObjects),E.finish(),O!==null&&O.updateLights(A.state.lightsArray),C.sortObjects===!0&&E.sort(Xe,$t),Kn=se.enabled===!1||se.isPresenting===!1||se.hasDepthSensing()===!1,Kn&&N.addToRenderList(E,T),this.info.autoReset===!0&&this.info.reset(),jt===!0&&Z.beginShadows();let V=A.state.shadowsArray;if(le.render(V,T,D),jt===!0&&Z.endShadows(),(B&&L.hasRenderPass())===!1){let Me=E.opaque,ue=E.transmissive;if(A.setupLights(),D.isArrayCamera){let ve=D.cameras;if(ue.length>0)for(let Ee=0,Ge=ve.length;Ee<Ge;Ee++){let st=ve[Ee];hf(Me,ue,T,st)}Kn&&N.render(T);for(let Ee=0,Ge=ve.length;Ee<Ge;Ee++){let st=ve[Ee];uf(E,T,st,st.viewport)}}else ue.length>0&&hf(Me,ue,T,D),Kn&&N.render(T),uf(E,T,D)}ee!==null&&H===0&&(He.updateMultisampleRenderTarget(ee),He.updateRenderTargetMipmap(ee)),B&&L.end(C),T.isScene===!0&&T.onAfterRender(C,T,D),ae.resetDefaultState(),q=-1,Q=null,S.pop(),S.length>0?(A=S[S.length-1],He.setTextureUnits(A.state.textureUnits),jt===!0&&Z.setGlobalState(C.clippingPlanes,A.state.camera)):A=null,x.pop(),x.length>0?E=x[x.length-1]:E=null,O!==null&&O.renderEnd()};function xu(T,D,W,B){if(T.visible===!1)return;if(T.layers.test(D.layers)){if(T.isGroup)W=T.renderOrder;else if(T.isLOD)T.autoUpdate===!0&&T.update(D);else if(T.isLight)A.pushLight(T),T.castShadow&&A.pushShadow(T);else if(T.isSprite){let Me=D.isArrayCamera?mn:it;if(!T.frustumCulled||T.intersectsFrustum(Me)){B&&un.setFromMatrixPosition(T.matrixWorld).applyMatrix4(kt);let ue=ne.update(T),ve=T.material;ve.visible&&E.push(T,ue,ve,W,un.z,null,D)}}else if(T.isMesh||T.isLine||T.isPoints){let Me=D.isArrayCamera?mn:it;if(!T.frustumCulled||T.intersectsFrustum(Me)){let ue=ne.update(T),ve=T.material;if(B&&(T.boundingSphere!==void 0?(T.boundingSphere===null&&T.computeBoundingSphere(),un.copy(T.boundingSphere.center)):(ue.boundingSphere===null&&ue.computeBoundingSphere(),un.copy(ue.boundingSphere.center)),un.applyMatrix4(T.matrixWorld).applyMatrix4(kt)),Array.isArray(ve)){let Ee=ue.groups;for(let Ge=0,st=Ee.length;Ge<st;Ge++){let we=Ee[Ge],rt=ve[we.materialIndex];rt&&rt.visible&&E.push(T,ue,rt,W,un.z,we,D)}}else ve.visible&&E.push(T,ue,ve,W,un.z,null,D)}}}let de=T.children;for(let Me=0,ue=de.length;Me<ue;Me++)xu(de[Me],D,W,B)}function uf(T,D,W,B){let{opaque:V,transmissive:de,transparent:Me}=T;A.setupLightsView(W),jt===!0&&Z.setGlobalState(C.clippingPlanes,W),B&&fe.viewport(te.copy(B)),V.length>0&&za(V,D,W),de.length>0&&za(de,D,W),Me.length>0&&za(Me,D,W),fe.buffers.depth.setTest(!0),fe.buffers.depth.setMask(!0),fe.buffers.color.setMask(!0),fe.setPolygonOffset(!1)}function hf(T,D,W,B){if((W.isScene===!0?W.overrideMaterial:null)!==null)return;if(A.state.transmissionRenderTarget[B.id]===void 0){let we=Dt.has("EXT_color_buffer_half_float")||Dt.has("EXT_color_buffer_float");A.state.transmissionRenderTarget[B.id]=new Dn(1,1,{generateMipmaps:!0,type:we?wi:Vn,minFilter:li,samples:Math.max(4,Ut.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:Ze.workingColorSpace})}let de=A.state.transmissionRenderTarget[B.id],Me=B.viewport||te;de.setSize(Me.z*C.transmissionResolutionScale,Me.w*C.transmissionResolutionScale);let ue=C.getRenderTarget(),ve=C.getActiveCubeFace(),Ee=C.getActiveMipmapLevel();C.setRenderTarget(de),C.getClearColor(K),_e=C.getClearAlpha(),_e<1&&C.setClearColor(16777215,.5),C.clear(),Kn&&N.render(W);let Ge=C.toneMapping;C.toneMapping=ai;let st=B.viewport;if(B.viewport!==void 0&&(B.viewport=void 0),A.setupLightsView(B),jt===!0&&Z.setGlobalState(C.clippingPlanes,B),za(T,W,B),He.updateMultisampleRenderTarget(de),He.updateRenderTargetMipmap(de),Dt.has("WEBGL_multisampled_render_to_texture")===!1){let we=!1;for(let rt=0,Yt=D.length;rt<Yt;rt++){let Ct=D[rt],{object:At,geometry:yn,material:Te,group:Pn}=Ct;if(Te.side===pn&&At.layers.test(B.layers)){let pt=Te.side;Te.side=on,Te.needsUpdate=!0,df(At,W,B,yn,Te,Pn),Te.side=pt,Te.needsUpdate=!0,we=!0}}we===!0&&(He.updateMultisampleRenderTarget(de),He.updateRenderTargetMipmap(de))}C.setRenderTarget(ue,ve,Ee),C.setClearColor(K,_e),st!==void 0&&(B.viewport=st),C.toneMapping=Ge}function za(T,D,W){let B=D.isScene===!0?D.overrideMaterial:null;for(let V=0,de=T.length;V<de;V++){let Me=T[V],{object:ue,geometry:ve,group:Ee}=Me,Ge=Me.material;Ge.allowOverride===!0&&B!==null&&(Ge=B),ue.layers.test(W.layers)&&df(ue,D,W,ve,Ge,Ee)}}function df(T,D,W,B,V,de){O!==null&&V.isNodeMaterial&&O.setObject(T,V),T.onBeforeRender(C,D,W,B,V,de),T.modelViewMatrix.multiplyMatrices(W.matrixWorldInverse,T.matrixWorld),T.normalMatrix.getNormalMatrix(T.modelViewMatrix),V.onBeforeRender(C,D,W,B,T,de),V.transparent===!0&&V.side===pn&&V.forceSinglePass===!1?(V.side=on,V.needsUpdate=!0,C.renderBufferDirect(W,D,B,V,T,de),V.side=oi,V.needsUpdate=!0,C.renderBufferDirect(W,D,B,V,T,de),V.side=pn):C.renderBufferDirect(W,D,B,V,T,de),T.onAfterRender(C,D,W,B,V,de)}function ff(T){let D=0;for(let W of T)W.texture!==null&&D++;return D}function So(T,D,W){D.isScene!==!0&&(D=Yn);let B=Fe.get(T),V=A.state.lights,de=A.state.shadowsArray,Me=V.state.version,ue=J.getParameters(T,V.state,de,D,W,A.state.lightProbeGridArray),ve=J.getProgramCacheKey(ue),Ee=B.programs;B.environment=T.isMeshStandardMaterial||T.isMeshLambertMaterial||T.isMeshPhongMaterial?D.environment:null,B.fog=D.fog;let Ge=T.isMeshStandardMaterial||T.isMeshLambertMaterial&&!T.envMap||T.isMeshPhongMaterial&&!T.envMap;B.envMap=R.get(T.envMap||B.environment,Ge),B.envMapRotation=B.environment!==null&&T.envMap===null?D.environmentRotation:T.envMapRotation,Ee===void 0&&(T.addEventListener("dispose",yt),Ee=new Map,B.programs=Ee,B.programVariants=new Map);let st=Ee.get(ve);if(st!==void 0){if(B.currentProgram===st&&B.lightsStateVersion===Me)return mf(T,ue),st}else ue.uniforms=J.getUniforms(T),O!==null&&T.isNodeMaterial&&O.build(T,W,ue),T.onBeforeCompile(ue,C),st=J.acquireProgram(ue,ve),Ee.set(ve,st),B.uniforms=ue.uniforms;let we=B.uniforms;return(!T.isShaderMaterial&&!T.isRawShaderMaterial||T.clipping===!0)&&(we.clippingPlanes=Z.uniform),mf(T,ue),B.needsLights=y0(T),B.lightsStateVersion=Me,B.needsLights&&(we.ambientLightColor.value=V.state.ambient,we.lightProbe.value=V.state.probe,we.sunLights.value=V.state.sun,we.sunLightShadows.value=V.state.sunShadow,we.directionalLights.value=V.state.directional,we.directionalLightShadows.value=V.state.directionalShadow,we.spotLights.value=V.state.spot,we.spotLightShadows.value=V.state.spotShadow,we.rectAreaLights.value=V.state.rectArea,we.ltc_1.value=V.state.rectAreaLTC1,we.ltc_2.value=V.state.rectAreaLTC2,we.pointLights.value=V.state.point,we.pointLightShadows.value=V.state.pointShadow,we.hemisphereLights.value=V.state.hemi,we.sunShadowMatrix.value=V.state.sunShadowMatrix,we.sunShadowCascade.value=V.state.sunShadowCascade,we.directionalShadowMatrix.value=V.state.directionalShadowMatrix,we.spotLightMatrix.value=V.state.spotLightMatrix,we.spotLightMap.value=V.state.spotLightMap,we.pointShadowMatrix.value=V.state.pointShadowMatrix),B.numLightProbeGrids=ff(A.state.lightProbeGridArray),B.currentProgram=st,B.uniformsList=null,st}function _0(T,D,W,B,V){let de=Fe.get(T),Me=de.currentProgram.id+","+B+","+V,ue=de.programVariants.get(Me);return ue===void 0?(ue=So(T,D,W),de.programVariants.set(Me,ue)):(de.currentProgram=ue,de.uniformsList=null,de.outputColorSpace=B,de.toneMapping=V),ue}function pf(T){if(T.uniformsList===null){let D=T.currentProgram.getUniforms();T.uniformsList=po.seqWithValue(D.seq,T.uniforms)}return T.uniformsList}function mf(T,D){let W=Fe.get(T);W.outputColorSpace=D.outputColorSpace,W.batching=D.batching,W.batchingColor=D.batchingColor,W.instancing=D.instancing,W.instancingColor=D.instancingColor,W.instancingMorph=D.instancingMorph,W.skinning=D.skinning,W.morphTargets=D.morphTargets,W.morphNormals=D.morphNormals,W.morphColors=D.morphColors,W.morphTargetsCount=D.morphTargetsCount,W.numClippingPlanes=D.numClippingPlanes,W.numIntersection=D.numClipIntersection,W.vertexAlphas=D.vertexAlphas,W.vertexTangents=D.vertexTangents,W.toneMapping=D.toneMapping}function x0(T,D,W,B,V){D.isScene!==!0&&(D=Yn),He.resetTextureUnits();let de=D.fog,Me=B.isMeshStandardMaterial||B.isMeshLambertMaterial||B.isMeshPhongMaterial?D.environment:null,ue=ee===null?C.outputColorSpace:ee.isXRRenderTarget===!0?ee.texture.colorSpace:Ze.workingColorSpace,ve=B.isMeshStandardMaterial||B.isMeshLambertMaterial&&!B.envMap||B.isMeshPhongMaterial&&!B.envMap,Ee=R.get(B.envMap||Me,ve),Ge=B.vertexColors===!0&&!!W.attributes.color&&W.attributes.color.itemSize===4,st=!!W.attributes.tangent&&(!!B.normalMap||B.anisotropy>0),we=!!W.morphAttributes.position,rt=!!W.morphAttributes.normal,Yt=!!W.morphAttributes.color,Ct=ai;B.toneMapped&&(ee===null||ee.isXRRenderTarget===!0)&&(Ct=C.toneMapping);let At=W.morphAttributes.position||W.morphAttributes.normal||W.morphAttributes.color,yn=At!==void 0?At.length:0,Te=Fe.get(B),Pn=A.state.lights;if(jt===!0&&(kn===!0||T!==Q)){let Bt=T===Q&&B.id===q;Z.setState(B,T,Bt)}let pt=!1,Bs=!1;B.version===Te.__version?Te.needsLights&&Te.lightsStateVersion!==Pn.state.version||V.isBatchedMesh&&Te.batching===!1||!V.isBatchedMesh&&Te.batching===!0||V.isBatchedMesh&&Te.batchingColor===!0&&V._colorsTexture===null||V.isBatchedMesh&&Te.batchingColor===!1&&V._colorsTexture!==null||V.isInstancedMesh&&Te.instancing===!1||!V.isInstancedMesh&&Te.instancing===!0||V.isSkinnedMesh&&Te.skinning===!1||!V.isSkinnedMesh&&Te.skinning===!0||V.isInstancedMesh&&Te.instancingColor===!0&&V.instanceColor===null||V.isInstancedMesh&&Te.instancingColor===!1&&V.instanceColor!==null||V.isInstancedMesh&&Te.instancingMorph===!0&&V.morphTexture===null||V.isInstancedMesh&&Te.instancingMorph===!1&&V.morphTexture!==null||Te.envMap!==Ee||B.fog===!0&&Te.fog!==de||Te.numClippingPlanes!==void 0&&(Te.numClippingPlanes!==Z.numPlanes||Te.numIntersection!==Z.numIntersection)||Te.vertexAlphas!==Ge||Te.vertexTangents!==st||Te.morphTargets!==we||Te.morphNormals!==rt||Te.morphColors!==Yt||Te.morphTargetsCount!==yn||Te.numLightProbeGrids!==ff(A.state.lightProbeGridArray)?pt=!0:(Te.outputColorSpace!==ue||Te.toneMapping!==Ct)&&(Bs=!0):(pt=!0,Te.__version=B.version);let bn=Te.currentProgram;(pt===!0||Bs===!0)&&(bn=Bs===!0?_0(B,D,V,ue,Ct):So(B,D,V),O&&B.isNodeMaterial&&O.onUpdateProgram(B,bn,Te));let Va=!1,fs=!1,zs=!1,ct=bn.getUniforms(),gn=Te.uniforms;if(fe.useProgram(bn.program)&&(Va=!0,fs=!0,zs=!0),B.id!==q&&(q=B.id,fs=!0),Va||Q!==T){fe.buffers.depth.getReversed()&&T.reversedDepth!==!0&&(T._reversedDepth=!0,T.updateProjectionMatrix()),ct.setValue(F,"projectionMatrix",T.projectionMatrix),ct.setValue(F,"viewMatrix",T.matrixWorldInverse);let dn=ct.map.cameraPosition;dn!==void 0&&dn.setValue(F,Ei.setFromMatrixPosition(T.matrixWorld)),Ut.logarithmicDepthBuffer&&ct.setValue(F,"logDepthBufFC",2/(Math.log(T.far+1)/Math.LN2)),(B.isMeshPhongMaterial||B.isMeshToonMaterial||B.isMeshLambertMaterial||B.isMeshBasicMaterial||B.isMeshStandardMaterial||B.isShaderMaterial)&&ct.setValue(F,"isOrthographic",T.isOrthographicCamera===!0),Q!==T&&(Q=T,fs=!0,zs=!0)}if(Te.needsLights&&(Pn.state.sunShadowMap.length>0&&ct.setValue(F,"sunShadowMap",Pn.state.sunShadowMap,He),Pn.state.directionalShadowMap.length>0&&ct.setValue(F,"directionalShadowMap",Pn.state.directionalShadowMap,He),Pn.state.spotShadowMap.length>0&&ct.setValue(F,"spotShadowMap",Pn.state.spotShadowMap,He),Pn.state.pointShadowMap.length>0&&ct.setValue(F,"pointShadowMap",Pn.state.pointShadowMap,He)),V.isSkinnedMesh){ct.setOptional(F,V,"bindMatrix"),ct.setOptional(F,V,"bindMatrixInverse");let Bt=V.skeleton;Bt&&(Bt.boneTexture===null&&Bt.computeBoneTexture(),ct.setValue(F,"boneTexture",Bt.boneTexture,He))}V.isBatchedMesh&&(ct.setOptional(F,V,"batchingTexture"),ct.setValue(F,"batchingTexture",V._matricesTexture,He),ct.setOptional(F,V,"batchingIdTexture"),ct.setValue(F,"batchingIdTexture",V._indirectTexture,He),ct.setOptional(F,V,"batchingColorTexture"),V._colorsTexture!==null&&ct.setValue(F,"batchingColorTexture",V._colorsTexture,He));let fi=W.morphAttributes;if((fi.position!==void 0||fi.normal!==void 0||fi.color!==void 0)&&j.update(V,W,bn),(fs||Te.receiveShadow!==V.receiveShadow)&&(Te.receiveShadow=V.receiveShadow,ct.setValue(F,"receiveShadow",V.receiveShadow)),(B.isMeshStandardMaterial||B.isMeshLambertMaterial||B.isMeshPhongMaterial)&&B.envMap===null&&D.environment!==null&&(gn.envMapIntensity.value=D.environmentIntensity),gn.dfgLUT!==void 0&&(gn.dfgLUT.value=FM()),fs){if(ct.setValue(F,"toneMappingExposure",C.toneMappingExposure),Te.needsLights&&v0(gn,zs),de&&B.fog===!0&&oe.refreshFogUniforms(gn,de),oe.refreshMaterialUniforms(gn,B,xe,Oe,A.state.transmissionRenderTarget[T.id]),Te.needsLights&&Te.numLightProbeGrids>0){let Bt=v,dn=0;for(let zi of A.state.lightProbeGridArray)zi.texture!==null&&(Bt.textures[dn]=zi.texture,Bt.min[dn]=zi.boundingBox.min,Bt.max[dn]=zi.boundingBox.max,Bt.resolution[dn]=zi.resolution,dn++);for(let zi in Bt)Bt[zi].length=dn;gn.probesSH.value=Bt.textures,gn.probesMin.value=Bt.min,gn.probesMax.value=Bt.max,gn.probesResolution.value=Bt.resolution}po.upload(F,pf(Te),gn,He)}if(B.isShaderMaterial&&B.uniformsNeedUpdate===!0&&(po.upload(F,pf(Te),gn,He),B.uniformsNeedUpdate=!1),B.isSpriteMaterial&&ct.setValue(F,"center",V.center),ct.setValue(F,"modelViewMatrix",V.modelViewMatrix),ct.setValue(F,"normalMatrix",V.normalMatrix),ct.setValue(F,"modelMatrix",V.matrixWorld),B.uniformsGroups!==void 0){let Bt=B.uniformsGroups;for(let dn=0,zi=Bt.length;dn<zi;dn++){let _f=Bt[dn];Ie.update(_f,bn),Ie.bind(_f,bn)}}return bn}function v0(T,D){T.ambientLightColor.needsUpdate=D,T.lightProbe.needsUpdate=D,T.sunLights.needsUpdate=D,T.sunLightShadows.needsUpdate=D,T.directionalLights.needsUpdate=D,T.directionalLightShadows.needsUpdate=D,T.pointLights.needsUpdate=D,T.pointLightShadows.needsUpdate=D,T.spotLights.needsUpdate=D,T.spotLightShadows.needsUpdate=D,T.rectAreaLights.needsUpdate=D,T.hemisphereLights.needsUpdate=D}function y0(T){return T.isMeshLambertMaterial||T.isMeshToonMaterial||T.isMeshPhongMaterial||T.isMeshStandardMaterial||T.isShadowMaterial||T.isShaderMaterial&&T.lights===!0}this.getActiveCubeFace=function(){return X},this.getActiveMipmapLevel=function(){return H},this.getRenderTarget=function(){return ee},this.setRenderTargetTextures=function(T,D,W){let B=Fe.get(T);B.__autoAllocateDepthBuffer=T.resolveDepthBuffer===!1,B.__autoAllocateDepthBuffer===!1&&(B.__useRenderToTexture=!1),Fe.get(T.texture).__webglTexture=D,Fe.get(T.depthTexture).__webglTexture=B.__autoAllocateDepthBuffer?void 0:W,B.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(T,D){let W=Fe.get(T);W.__webglFramebuffer=D,W.__useDefaultFramebuffer=D===void 0},this.setRenderTarget=function(T,D=0,W=0){ee=T,X=D,H=W;let B=null,V=!1,de=!1;if(T){let ue=Fe.get(T);if(ue.__useDefaultFramebuffer!==void 0){fe.bindFramebuffer(F.FRAMEBUFFER,ue.__webglFramebuffer),te.copy(T.viewport),Ae.copy(T.scissor),De=T.scissorTest,fe.viewport(te),fe.scissor(Ae),fe.setScissorTest(De),q=-1;return}else if(ue.__webglFramebuffer===void 0)He.setupRenderTarget(T);else if(ue.__hasExternalTextures)He.rebindTextures(T,Fe.get(T.texture).__webglTexture,Fe.get(T.depthTexture).__webglTexture);else if(T.depthBuffer){let Ge=T.depthTexture;if(ue.__boundDepthTexture!==Ge){if(Ge!==null&&Fe.has(Ge)&&(T.width!==Ge.image.width||T.height!==Ge.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");He.setupDepthRenderbuffer(T)}}let ve=T.texture;(ve.isData3DTexture||ve.isDataArrayTexture||ve.isCompressedArrayTexture)&&(de=!0);let Ee=Fe.get(T).__webglFramebuffer;T.isWebGLCubeRenderTarget?(Array.isArray(Ee[D])?B=Ee[D][W]:B=Ee[D],V=!0):T.samples>0&&He.useMultisampledRTT(T)===!1?B=Fe.get(T).__webglMultisampledFramebuffer:Array.isArray(Ee)?B=Ee[W]:B=Ee,te.copy(T.viewport),Ae.copy(T.scissor),De=T.scissorTest}else te.copy(Be).multiplyScalar(xe).floor(),Ae.copy(vt).multiplyScalar(xe).floor(),De=Tt;if(W!==0&&(B=k),fe.bindFramebuffer(F.FRAMEBUFFER,B)&&fe.drawBuffers(T,B),fe.viewport(te),fe.scissor(Ae),fe.setScissorTest(De),V){let ue=Fe.get(T.texture);F.framebufferTexture2D(F.FRAMEBUFFER,F.COLOR_ATTACHMENT0,F.TEXTURE_CUBE_MAP_POSITIVE_X+D,ue.__webglTexture,W)}else if(de){let ue=D;for(let ve=0;ve<T.textures.length;ve++){let Ee=Fe.get(T.textures[ve]);F.framebufferTextureLayer(F.FRAMEBUFFER,F.COLOR_ATTACHMENT0+ve,Ee.__webglTexture,W,ue)}}else if(T!==null&&W!==0){let ue=Fe.get(T.texture);F.framebufferTexture2D(F.FRAMEBUFFER,F.COLOR_ATTACHMENT0,F.TEXTURE_2D,ue.__webglTexture,W)}q=-1};function gf(T){let D=Fe.get(T);return(D.__readFormat!==T.format||D.__readType!==T.type)&&(D.__readFormat=T.format,D.__readType=T.type,D.__formatReadable=Ut.textureFormatReadable(T.format),D.__typeReadable=Ut.textureTypeReadable(T.type)),D}this.readRenderTargetPixels=function(T,D,W,B,V,de,Me,ue=0){if(!(T&&T.isWebGLRenderTarget)){ze("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let ve=Fe.get(T).__webglFramebuffer;if(T.isWebGLCubeRenderTarget&&Me!==void 0&&(ve=ve[Me],Array.isArray(ve)&&(ve=ve[0])),ve){fe.bindFramebuffer(F.FRAMEBUFFER,ve);try{let Ee=T.textures[ue],Ge=Ee.format,st=Ee.type;T.textures.length>1&&F.readBuffer(F.COLOR_ATTACHMENT0+ue);let we=gf(Ee);if(we.__formatReadable===!1){ze("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(we.__typeReadable===!1){ze("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}D>=0&&D<=T.width-B&&W>=0&&W<=T.height-V&&F.readPixels(D,W,B,V,re.convert(Ge),re.convert(st),de)}finally{let Ee=ee!==null?Fe.get(ee).__webglFramebuffer:null;fe.bindFramebuffer(F.FRAMEBUFFER,Ee)}}},this.readRenderTargetPixelsAsync=async function(T,D,W,B,V,de,Me,ue=0){if(!(T&&T.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let ve=Fe.get(T).__webglFramebuffer;if(T.isWebGLCubeRenderTarget&&Me!==void 0&&(ve=ve[Me],Array.isArray(ve)&&(ve=ve[0])),ve)if(D>=0&&D<=T.width-B&&W>=0&&W<=T.height-V){fe.bindFramebuffer(F.FRAMEBUFFER,ve);let Ee=T.textures[ue],Ge=Ee.format,st=Ee.type;T.textures.length>1&&F.readBuffer(F.COLOR_ATTACHMENT0+ue);let we=gf(Ee);if(we.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(we.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let rt=F.createBuffer();F.bindBuffer(F.PIXEL_PACK_BUFFER,rt),F.bufferData(F.PIXEL_PACK_BUFFER,de.byteLength,F.STREAM_READ),F.readPixels(D,W,B,V,re.convert(Ge),re.convert(st),0),F.bindBuffer(F.PIXEL_PACK_BUFFER,null);let Yt=ee!==null?Fe.get(ee).__webglFramebuffer:null;fe.bindFramebuffer(F.FRAMEBUFFER,Yt);let Ct=F.fenceSync(F.SYNC_GPU_COMMANDS_COMPLETE,0);return F.flush(),await Vm(F,Ct,4),F.bindBuffer(F.PIXEL_PACK_BUFFER,rt),F.getBufferSubData(F.PIXEL_PACK_BUFFER,0,de),F.bindBuffer(F.PIXEL_PACK_BUFFER,null),F.deleteBuffer(rt),F.deleteSync(Ct),de}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(T,D=null,W=0){let B=Math.pow(2,-W),V=Math.floor(T.image.width*B),de=Math.floor(T.image.height*B),Me=D!==null?D.x:0,ue=D!==null?D.y:0;He.setTexture2D(T,0),F.copyTexSubImage2D(F.TEXTURE_2D,W,0,0,Me,ue,V,de),fe.unbindTexture()},this.copyTextureToTexture=function(T,D,W=null,B=null,V=0,de=0){let Me,ue,ve,Ee,Ge,st,we,rt,Yt,Ct=T.isCompressedTexture?T.mipmaps[de]:T.image;if(W!==null)Me=W.max.x-W.min.x,ue=W.max.y-W.min.y,ve=W.isBox3?W.max.z-W.min.z:1,Ee=W.min.x,Ge=W.min.y,st=W.isBox3?W.min.z:0;else{let ct=Math.pow(2,-V);Me=Math.floor(Ct.width*ct),ue=Math.floor(Ct.height*ct),T.isDataArrayTexture?ve=Ct.depth:T.isData3DTexture?ve=Math.floor(Ct.depth*ct):ve=1,Ee=0,Ge=0,st=0}B!==null?(we=B.x,rt=B.y,Yt=B.z):(we=0,rt=0,Yt=0);let At=re.convert(D.format),yn=re.convert(D.type),Te;D.isData3DTexture?(He.setTexture3D(D,0),Te=F.TEXTURE_3D):D.isDataArrayTexture||D.isCompressedArrayTexture?(He.setTexture2DArray(D,0),Te=F.TEXTURE_2D_ARRAY):(He.setTexture2D(D,0),Te=F.TEXTURE_2D),fe.activeTexture(F.TEXTURE0),fe.pixelStorei(F.UNPACK_FLIP_Y_WEBGL,D.flipY),fe.pixelStorei(F.UNPACK_PREMULTIPLY_ALPHA_WEBGL,D.premultiplyAlpha),fe.pixelStorei(F.UNPACK_ALIGNMENT,D.unpackAlignment);let Pn=fe.getParameter(F.UNPACK_ROW_LENGTH),pt=fe.getParameter(F.UNPACK_IMAGE_HEIGHT),Bs=fe.getParameter(F.UNPACK_SKIP_PIXELS),bn=fe.getParameter(F.UNPACK_SKIP_ROWS),Va=fe.getParameter(F.UNPACK_SKIP_IMAGES);fe.pixelStorei(F.UNPACK_ROW_LENGTH,Ct.width),fe.pixelStorei(F.UNPACK_IMAGE_HEIGHT,Ct.height),fe.pixelStorei(F.UNPACK_SKIP_PIXELS,Ee),fe.pixelStorei(F.UNPACK_SKIP_ROWS,Ge),fe.pixelStorei(F.UNPACK_SKIP_IMAGES,st);let fs=T.isDataArrayTexture||T.isData3DTexture,zs=D.isDataArrayTexture||D.isData3DTexture;if(T.isDepthTexture){let ct=Fe.get(T),gn=Fe.get(D),fi=Fe.get(ct.__renderTarget),Bt=Fe.get(gn.__renderTarget);fe.bindFramebuffer(F.READ_FRAMEBUFFER,fi.__webglFramebuffer),fe.bindFramebuffer(F.DRAW_FRAMEBUFFER,Bt.__webglFramebuffer);for(let dn=0;dn<ve;dn++)fs&&(F.framebufferTextureLayer(F.READ_FRAMEBUFFER,F.COLOR_ATTACHMENT0,Fe.get(T).__webglTexture,V,st+dn),F.framebufferTextureLayer(F.DRAW_FRAMEBUFFER,F.COLOR_ATTACHMENT0,Fe.get(D).__webglTexture,de,Yt+dn)),F.blitFramebuffer(Ee,Ge,Ee+Me,Ge+ue,we,rt,we+Me,rt+ue,F.DEPTH_BUFFER_BIT,F.NEAREST);fe.bindFramebuffer(F.READ_FRAMEBUFFER,null),fe.bindFramebuffer(F.DRAW_FRAMEBUFFER,null)}else if(V!==0||T.isRenderTargetTexture||Fe.has(T)){let ct=Fe.get(T),gn=Fe.get(D);fe.bindFramebuffer(F.READ_FRAMEBUFFER,P),fe.bindFramebuffer(F.DRAW_FRAMEBUFFER,G);for(let fi=0;fi<ve;fi++)fs?F.framebufferTextureLayer(F.READ_FRAMEBUFFER,F.COLOR_ATTACHMENT0,ct.__webglTexture,V,st+fi):F.framebufferTexture2D(F.READ_FRAMEBUFFER,F.COLOR_ATTACHMENT0,F.TEXTURE_2D,ct.__webglTexture,V),zs?F.framebufferTextureLayer(F.DRAW_FRAMEBUFFER,F.COLOR_ATTACHMENT0,gn.__webglTexture,de,Yt+fi):F.framebufferTexture2D(F.DRAW_FRAMEBUFFER,F.COLOR_ATTACHMENT0,F.TEXTURE_2D,gn.__webglTexture,de),V!==0?F.blitFramebuffer(Ee,Ge,Ee+Me,Ge+ue,we,rt,we+Me,rt+ue,F.COLOR_BUFFER_BIT,F.NEAREST):zs?F.copyTexSubImage3D(Te,de,we,rt,Yt+fi,Ee,Ge,Me,ue):F.copyTexSubImage2D(Te,de,we,rt,Ee,Ge,Me,ue);fe.bindFramebuffer(F.READ_FRAMEBUFFER,null),fe.bindFramebuffer(F.DRAW_FRAMEBUFFER,null)}else zs?T.isDataTexture||T.isData3DTexture?F.texSubImage3D(Te,de,we,rt,Yt,Me,ue,ve,At,yn,Ct.data):D.isCompressedArrayTexture?F.compressedTexSubImage3D(Te,de,we,rt,Yt,Me,ue,ve,At,Ct.data):F.texSubImage3D(Te,de,we,rt,Yt,Me,ue,ve,At,yn,Ct):T.isDataTexture?F.texSubImage2D(F.TEXTURE_2D,de,we,rt,Me,ue,At,yn,Ct.data):T.isCompressedTexture?F.compressedTexSubImage2D(F.TEXTURE_2D,de,we,rt,Ct.width,Ct.height,At,Ct.data):F.texSubImage2D(F.TEXTURE_2D,de,we,rt,Me,ue,At,yn,Ct);fe.pixelStorei(F.UNPACK_ROW_LENGTH,Pn),fe.pixelStorei(F.UNPACK_IMAGE_HEIGHT,pt),fe.pixelStorei(F.UNPACK_SKIP_PIXELS,Bs),fe.pixelStorei(F.UNPACK_SKIP_ROWS,bn),fe.pixelStorei(F.UNPACK_SKIP_IMAGES,Va),de===0&&D.generateMipmaps===!0&&D.mipmapsAutoUpdate===!0&&F.generateMipmap(Te),fe.unbindTexture()},this.initRenderTarget=function(T){Fe.get(T).__webglFramebuffer===void 0&&He.setupRenderTarget(T)},this.initTexture=function(T){T.isCubeTexture?He.setTextureCube(T,0):T.isData3DTexture?He.setTexture3D(T,0):T.isDataArrayTexture||T.isCompressedArrayTexture?He.setTexture2DArray(T,0):He.setTexture2D(T,0),fe.unbindTexture()},this.resetState=function(){X=0,H=0,ee=null,fe.reset(),ae.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return ti}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=Ze._getDrawingBufferColorSpace(e),t.unpackColorSpace=Ze._getUnpackColorSpace()}};var Tg=[["X",new U(1,0,0),"x","left"],["Y",new U(0,1,0),"y","top"],["Z",new U(0,0,1),"z","front"]],Ag=24,ki=72;function Da({viewer:i,settings:e,gizmo:t=!0}){let n=bt(null),s=bt(null);return be(()=>(i.onDraw=()=>{let r=n.current;if(!r)return;let o=[];if(i.models.forEach((h,u)=>{let[d,f,_,y]=i.placed[u]||i.placed[0];if(i.models.length>1){let m=document.createElement("div");m.className="cell-name",Object.assign(m.style,{left:`${d+8}px`,top:`${f+8}px`,maxWidth:`${_-16}px`}),m.textContent=h.problem||h.label,o.push(m)}if(!e.value.dimensions||h.problem)return;i.aim(_,y);let g=i.lens(_,y);for(let[m,b]of h.dimensions(g,e.value.dimensions)){m.project(g);let M=document.createElement("div");M.className="dimension",M.textContent=b,Object.assign(M.style,{left:`${d+(m.x+1)/2*_}px`,top:`${f+(1-m.y)/2*y}px`}),o.push(M)}}),r.replaceChildren(...o),!s.current)return;let a=i.camera.quaternion.clone().invert(),c=Tg.map(([h,u,d,f])=>({name:h,key:d,side:f,at:u.clone().applyQuaternion(a)}));for(let h of c){let u=s.current.querySelector(`.axis-${h.key} line`),d=s.current.querySelector(`.axis-${h.key} g`),f=ki/2+h.at.x*Ag,_=ki/2-h.at.y*Ag;u.setAttribute("x2",f),u.setAttribute("y2",_),d.setAttribute("transform",`translate(${f} ${_})`)}let l=c.sort((h,u)=>h.at.z-u.at.z).map(h=>s.current.querySelector(`.axis-${h.key}`));l.some((h,u)=>s.current.children[u]!==h)&&s.current.append(...l)},i.draw(),()=>{i.onDraw=null}),[i]),p(et,{children:[p("div",{class:"labels",ref:n}),t&&p("svg",{class:"gizmo",width:ki,height:ki,viewBox:`0 0 ${ki} ${ki}`,role:"group","aria-label":ie.tools.views,children:p("g",{ref:s,children:Tg.map(([r,,o,a])=>p("g",{class:`axis-${o}`,role:"button",tabIndex:0,"aria-label":ie.tools[a],onClick:()=>i.from(a),onKeyDown:c=>{(c.key==="Enter"||c.key===" ")&&(c.preventDefault(),i.from(a))},children:[p("title",{children:ie.tools[a]}),p("line",{x1:ki/2,y1:ki/2,x2:ki/2,y2:ki/2}),p("g",{children:[p("circle",{r:"8.5"}),p("text",{"text-anchor":"middle",dy:"3.6",children:r})]})]},o))})})]})}var kM=350,Ns=Mt(null),ft=ie.prompt,Ds=i=>({prompt:i.prompt,negative:i.negative,preset:i.preset,prior:i.model,seed:i.seed,steps:i.steps,variations:i.variations});function BM(){let i=Ds(Re.value),e=JSON.stringify(i);be(()=>{let n=new AbortController,s=setTimeout(async()=>{try{let r=await Ft("/prompt",i,n.signal);Ns.value={...r,key:e,prompt:i.prompt}}catch(r){r.name!=="AbortError"&&(Ns.value={problem:r.message,key:e,prompt:i.prompt})}},Ns.value===null?0:kM);return()=>{clearTimeout(s),n.abort()}},[e,ms.value]);let t=Ns.value;return{current:t,fresh:t!==null&&t.key===e}}function Eg(){let i=Re.value,e=bt(null),{current:t,fresh:n}=BM(),[s,r]=ke(!1),o=!!i.prompt.trim()&&n&&!t.empty&&!t.problem&&!t.noObject&&!t.cost?.shortage;be(()=>{let u=e.current;u.style.height="auto",u.style.height=`${Math.min(u.scrollHeight,108)}px`},[i.prompt]);let a=u=>{(i.run||i.job||i.batch||i.compare||i.example)&&u!==i.prompt?mt({prompt:u,panel:""}):$e({prompt:u,view:"make"})},c=u=>{a(u),e.current.focus()},l=async()=>{!o||s||(r(!0),await Ri("/jobs",Ds(i)),r(!1))},h=Number(i.variations);return p("section",{class:"promptbar","aria-label":ft.label,children:[p(WM,{current:t,fresh:n,prompt:i.prompt,take:c}),p("div",{class:"promptbox",children:[p("textarea",{ref:e,id:"prompt",rows:1,"aria-label":ft.label,placeholder:ft.placeholder,value:i.prompt,spellcheck:!1,onInput:u=>a(u.currentTarget.value.replace(/\n/g," ")),onKeyDown:u=>{u.key==="Enter"&&!u.shiftKey&&!u.isComposing&&(u.preventDefault(),l())}}),p("div",{class:"promptrow",children:[p(Sn,{small:!0,label:ft.preset,value:i.preset,onChange:u=>$e({preset:u}),options:(tn.value?.presets||[{name:"draft"},{name:"standard"},{name:"fine"}]).map(({name:u})=>[u,ft[u]||u,ft.presets[u]])}),p(zM,{value:h}),p(VM,{}),p(HM,{current:t,fresh:n,prompt:i.prompt}),p(GM,{current:t,fresh:n}),p(Ne,{kind:"primary",icon:"arrow",label:h>1?Ce(ft.makeMany,{n:h}):ft.make,disabled:!o||s,onClick:l,title:"Enter"})]})]})]})}function zM({value:i}){return p("label",{class:"count",title:ft.variations,children:[p(Pt,{name:"grid4",size:16}),p("select",{"aria-label":ft.variations,value:i,onChange:e=>$e({variations:e.currentTarget.value}),children:[1,2,3,4,6,8].map(e=>p("option",{value:e,children:`\xD7 ${e}`},e))})]})}function VM(){let i=Re.value,e=tn.value?.presets.find(({name:r})=>r===i.preset),t=tn.value?.models||[],n=t.filter(r=>!r.available),s=i.negative||i.seed!=="0"||i.steps!=="0"||i.model!=="embedded";return p(_n,{icon:"sliders",label:ft.settings,side:"above",small:!0,active:!!s,children:p("div",{class:"form",children:[p("label",{children:[p("span",{children:ft.negative}),p("input",{type:"text",value:i.negative,placeholder:ft.negativeHelp,maxLength:500,onInput:r=>$e({negative:r.currentTarget.value})})]}),p("label",{children:[p("span",{children:ft.seed}),p("span",{class:"with",children:[p("input",{type:"number",min:0,max:2**53-1,value:i.seed,onInput:r=>$e({seed:r.currentTarget.value||"0"})}),p(Ne,{icon:"dice",label:ft.random,bare:!0,small:!0,onClick:()=>$e({seed:Math.floor(Math.random()*1e5)})})]})]}),p("label",{children:[p("span",{children:ft.steps}),p("input",{type:"number",min:0,max:1e6,step:10,value:i.steps,title:Ce(ft.stepsHelp,{n:Et(e?.steps||0)}),onInput:r=>$e({steps:r.currentTarget.value||"0"})})]}),p("label",{children:[p("span",{children:ft.model}),p("select",{value:i.model,onChange:r=>$e({model:r.currentTarget.value}),children:t.filter(r=>r.available).map(r=>p("option",{value:r.name,children:r.name},r.name))})]}),n.length>0&&p("details",{children:[p("summary",{children:ft.unavailable}),p("ul",{class:"models",children:n.map(r=>p("li",{children:[p("b",{children:r.name})," ",r.what,". ",r.why]},r.name))})]})]})})}function HM({current:i,fresh:e,prompt:t}){let n="",s="";t.trim()?!e||!i?n=i&&i.prompt.trim()?"":ft.reading:i.problem?(n=i.problem,s="problem"):i.noObject?n=ft.noObject:i.cost?.shortage?(n=i.cost.shortage,s="problem"):i.cost&&(n=[i.cost.seconds?Ce(ft.cost,{time:pi(i.cost.seconds)}):"",i.cost.ahead?Ce(ft.ahead,{n:i.cost.ahead}):""].filter(Boolean).join(" \xB7 ")):n=ft.start;let r=i?.cost?Ce(ft.memory,{memory:i.cost.memory,disk:i.cost.disk}):void 0;return p("span",{class:`promptline ${s}`,"aria-live":"polite",title:s?n:r,children:n})}function GM({current:i,fresh:e}){let t=e?i?.cost:null,n=!!t?.measuring;return be(()=>{if(!n)return;let r=setInterval(async()=>{let o=JSON.stringify(Ds(Re.value)),a=await ot(()=>Ft("/prompt",Ds(Re.value)));a&&o===JSON.stringify(Ds(Re.value))&&(Ns.value={...a,key:o,prompt:Re.value.prompt})},1e3);return()=>clearInterval(r)},[n]),!t||t.seconds||t.measured?t?.measured&&!t.seconds?p("span",{class:"promptline",title:t.measured,children:t.measured}):null:p("button",{type:"button",class:"textlink",disabled:n,onClick:async()=>{await ot(()=>en("/prompt/measure",Ds(Re.value))),Ns.value={...i,cost:{...t,measuring:!0}}},children:n?ft.measuring:ft.measure})}function WM({current:i,fresh:e,prompt:t,take:n}){let s=Re.value.run||Re.value.job||Re.value.batch||Re.value.compare||Re.value.example;if(!i||!t.trim()&&s)return p("div",{class:"chips"});let r=e?i.unknown||[]:[];return p("div",{class:"chips",role:"group","aria-label":t.trim()?ft.suggestions:ft.examples,children:[!i.noObject&&r.map(({word:o,nearest:a})=>p("span",{class:"chip note",title:Ce(ft.ignored,{word:o}),children:[Ce(ft.ignoredShort,{word:o}),a.slice(0,2).map(c=>p("button",{type:"button",onClick:()=>n(c.prompt),children:c.word},c.word))]},`u-${o}`)),i.noObject&&r.flatMap(({word:o,nearest:a})=>a.slice(0,3).map(c=>p("button",{type:"button",class:"chip",onClick:()=>n(c.prompt),children:c.word},`${o}-${c.word}`))),e&&(i.assumed||[]).map(({word:o,as:a})=>p("span",{class:"chip note",children:Ce(ft.readAs,{word:o,as:a})},`a-${o}`)),e&&(i.notes||[]).map(o=>p("span",{class:"chip note",children:o},o)),(i.suggestions||[]).slice(0,6).map(o=>p("button",{type:"button",class:"chip",onClick:()=>n(o),children:o},o)),i.noObject&&p("button",{type:"button",class:"chip link",onClick:()=>$e({view:"words"}),children:Ce(ft.browse,{n:Et(tn.value?.objects||0)})})]})}function _o(i){mt({prompt:i.prompt,preset:["draft","standard","fine"].includes(i.preset)?i.preset:"draft",seed:i.seed,negative:i.negative||"",steps:"0",variations:"1"})}var jc=class extends ts{constructor(){super(),this.name="RoomEnvironment",this.position.y=-3.5;let e=new Ni;e.deleteAttribute("uv");let t=new si({side:on}),n=new si,s=new hr(16777215,900,28,2);s.position.set(.418,16.199,.3),this.add(s);let r=new dt(e,t);r.position.set(-.757,13.219,.717),r.scale.set(31.713,28.305,28.591),this.add(r);let o=new ar(e,n,6),a=new Nt;a.position.set(-10.906,2.009,1.846),a.rotation.set(0,-.195,0),a.scale.set(2.328,7.905,4.651),a.updateMatrix(),o.setMatrixAt(0,a.matrix),a.position.set(-5.607,-.754,-.758),a.rotation.set(0,.994,0),a.scale.set(1.97,1.534,3.955),a.updateMatrix(),o.setMatrixAt(1,a.matrix),a.position.set(6.167,.857,7.803),a.rotation.set(0,.561,0),a.scale.set(3.927,6.285,3.687),a.updateMatrix(),o.setMatrixAt(2,a.matrix),a.position.set(-2.017,.018,6.124),a.rotation.set(0,.333,0),a.scale.set(2.002,4.566,2.064),a.updateMatrix(),o.setMatrixAt(3,a.matrix),a.position.set(2.291,-.756,-2.621),a.rotation.set(0,-.286,0),a.scale.set(1.546,1.552,1.496),a.updateMatrix(),o.setMatrixAt(4,a.matrix),a.position.set(-2.193,-.369,-5.547),a.rotation.set(0,.516,0),a.scale.set(3.875,3.487,2.986),a.updateMatrix(),o.setMatrixAt(5,a.matrix),this.add(o);let c=new dt(e,xo(50));c.position.set(-16.116,14.37,8.208),c.scale.set(.1,2.428,2.739),this.add(c);let l=new dt(e,xo(50));l.position.set(-16.109,18.021,-8.207),l.scale.set(.1,2.425,2.751),this.add(l);let h=new dt(e,xo(17));h.position.set(14.904,12.198,-1.832),h.scale.set(.15,4.265,6.331),this.add(h);let u=new dt(e,xo(43));u.position.set(-.462,8.89,14.52),u.scale.set(4.38,5.441,.088),this.add(u);let d=new dt(e,xo(20));d.position.set(3.235,11.486,-12.541),d.scale.set(2.5,2,.1),this.add(d);let f=new dt(e,xo(100));f.position.set(0,20,0),f.scale.set(1,.1,1),this.add(f)}dispose(){let e=new Set;this.traverse(t=>{t.isMesh&&(e.add(t.geometry),e.add(t.material))});for(let t of e)t.dispose()}};function xo(i){return new aa({color:0,emissive:16777215,emissiveIntensity:i})}var Pg=["studio","daylight","dusk"];function Rg(i,e,t,n,s,r){let o=new ts,a=new ii({side:on,uniforms:{zenith:{value:new pe(i)},horizon:{value:new pe(e)},ground:{value:new pe(t)}},vertexShader:"varying vec3 way; void main() { way = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }",fragmentShader:`varying vec3 way; uniform vec3 zenith, horizon, ground;
      void main() { float h = normalize(way).y;
        vec3 above = mix(horizon, zenith, pow(max(h, 0.0), 0.55));
        gl_FragColor = vec4(mix(above, ground, smoothstep(0.02, -0.12, h)), 1.0); }`});o.add(new dt(new ia(50,32,24),a));let c=new dt(new Ni(9,9,9),new vn);return c.material.color.set(n).multiplyScalar(r),c.position.set(...s).multiplyScalar(35),o.add(c),o}var Cg={studio:()=>new jc,daylight:()=>Rg("#6f9fd8","#e9eef2","#8a7f70","#fff4e2",[.5,.72,.48],28),dusk:()=>Rg("#2b3358","#f0a36b","#3a2f2c","#ffb070",[-.72,.22,.55],30)};function Jc(i,e){let t=new mo(i),n=(Cg[e]||Cg.studio)(),{texture:s}=t.fromScene(n,.04,.1,100,{size:64});return t.dispose(),s}var md=["lit","base","normals","roughness","metallic","occlusion","uv","matcap"],XM={roughness:"vec3(roughnessFactor)",metallic:"vec3(metalnessFactor)",occlusion:"bzOcclusion()"},Ua={polygonOffset:!0,polygonOffsetFactor:1,polygonOffsetUnits:1};function Ig(i,e,t){if(e==="lit")return i;let{map:n=null,vertexColors:s=!1}=i;if(e==="base"){let{color:r,transparent:o,depthWrite:a}=i,c=o?oi:pn;return new vn({map:n,vertexColors:s,color:r,side:c,transparent:o,depthWrite:a,toneMapped:!1,...Ua})}if(e==="normals")return new oa({side:pn,...Ua});if(e==="matcap")return new la({matcap:$M(),side:pn,...Ua});if(e==="uv"){let r=t.attributes.uv?{map:YM()}:{color:10196364};return new vn({...r,side:pn,toneMapped:!1,...Ua})}return qM(i,XM[e],e)}function qM(i,e,t){let n=i.clone();return Object.assign(n,{side:pn,toneMapped:!1,transparent:!1,...Ua}),n.onBeforeCompile=s=>{s.fragmentShader=s.fragmentShader.replace("void main() {",`vec3 bzOcclusion() {
        #ifdef USE_AOMAP
          return vec3(texture2D(aoMap, vAoMapUv).r);
        #else
          return vec3(1.0);
        #endif
      }
      void main() {`).replace("#include <opaque_fragment>",`outgoingLight = ${e};
#include <opaque_fragment>`)},n.customProgramCacheKey=()=>`bz-${t}`,n}var vo=null;function $M(){if(vo)return vo;let i=256,e=document.createElement("canvas");e.width=e.height=i;let t=e.getContext("2d"),n=t.createRadialGradient(i*.36,i*.3,i*.02,i*.5,i*.5,i*.52);for(let[s,r]of[[0,"#fff3e6"],[.25,"#dcb794"],[.6,"#a3714f"],[.9,"#553526"],[1,"#7a6f78"]])n.addColorStop(s,r);return t.fillStyle=n,t.fillRect(0,0,i,i),vo=new Es(e),vo.colorSpace=gt,vo.isShared=!0,vo}var Us=null;function YM(){if(Us)return Us;let i=16,e=32,t=document.createElement("canvas");t.width=t.height=i*e;let n=t.getContext("2d");for(let s=0;s<i;s++)for(let r=0;r<i;r++)n.fillStyle=`hsl(${r*360/i} ${(r+s)%2?55:25}% ${(r+s)%2?48:74-s}%)`,n.fillRect(r*e,s*e,e,e);return Us=new Es(t),Us.colorSpace=gt,Us.isShared=!0,Us.wrapS=Us.wrapT=Ii,Us}var tt=ie.tools,KM=["plaster","white","dark","checker"];function Oa({viewer:i,settings:e,levels:t=[],level:n,onLevel:s,split:r,root:o,name:a="view"}){let c=e.value,l=u=>{e.value={...e.value,...u}};be(()=>{let u=d=>{let f=d.composedPath()[0];if(d.ctrlKey||d.metaKey||d.altKey||/^(INPUT|TEXTAREA|SELECT)$/.test(f.tagName)||f.isContentEditable)return;let _=md["12345678".indexOf(d.key)];if(_&&d.key!=="")l({shading:_});else if(d.key==="w")l({wire:e.value.wire?0:.4});else if(d.key==="g")l({grid:!e.value.grid});else if(d.key==="d")l({dimensions:e.value.dimensions?"":"auto"});else if(d.key==="o")l({ortho:!e.value.ortho});else if(d.key==="f")i.from("home");else return;d.preventDefault()};return i.canvas.addEventListener("keydown",u),()=>i.canvas.removeEventListener("keydown",u)},[i]);let h=async()=>{let u=document.createElement("a");u.href=URL.createObjectURL(await i.picture()),u.download=`${a}.png`,u.click(),setTimeout(()=>URL.revokeObjectURL(u.href),1e4)};return p("div",{class:"tools",role:"toolbar","aria-label":tt.label,children:[p(_n,{icon:"sphere",label:tt.shading,active:c.shading!=="lit",align:"start",children:p("div",{class:"choices",role:"radiogroup","aria-label":tt.shading,children:md.map((u,d)=>p("button",{type:"button",role:"radio","aria-checked":String(c.shading===u),class:c.shading===u?"on":"",onClick:()=>l({shading:u}),children:[p("i",{class:`swatch ${u}`}),tt[u],p("kbd",{children:d+1})]},u))})}),p(_n,{icon:"wire",label:tt.wire,active:c.wire>0,onOpen:()=>{e.value.wire||l({wire:.4})},children:p("div",{class:"form",children:[p(Jn,{label:tt.wire,checked:c.wire>0,onChange:u=>l({wire:u?.4:0})}),p(Lo,{label:tt.wireStrength,min:.05,max:1,step:.05,value:c.wire||.4,onInput:u=>l({wire:u})})]})}),t.length>1&&p(_n,{icon:"layers",label:tt.lod,active:n!==t[0],children:p("div",{class:"form",children:p(Sn,{label:tt.lod,options:t.map(u=>[u,u==="full"?tt.fullLevel:u==="textured"?tt.textured:u]),value:n,onChange:s})})}),p(_n,{icon:"light",label:tt.light,active:c.environment!=="studio",children:p("div",{class:"form",children:[p(Sn,{label:tt.environment,options:Pg.map(u=>[u,tt[u]]),value:c.environment,onChange:u=>l({environment:u})}),p(Lo,{label:tt.angle,min:-180,max:180,step:1,value:c.light,onInput:u=>l({light:u})}),p(Lo,{label:tt.strength,min:0,max:3,step:.05,value:c.strength,onInput:u=>l({strength:u})})]})}),p(_n,{icon:"ground",label:tt.background,active:c.background!=="plaster",children:p("div",{class:"form",children:p(Sn,{label:tt.background,options:KM.map(u=>[u,tt[u]]),value:c.background,onChange:u=>l({background:u})})})}),p(Ne,{icon:"floor",label:tt.grid,bare:!0,pressed:c.grid,title:`${tt.grid} (G)`,onClick:()=>l({grid:!c.grid})}),p(_n,{icon:"ruler",label:tt.dimensions,active:!!c.dimensions,onOpen:()=>{e.value.dimensions||l({dimensions:"auto"})},children:p("div",{class:"form",children:[p(Jn,{label:tt.dimensions,checked:!!c.dimensions,onChange:u=>l({dimensions:u?"auto":""})}),p(Sn,{label:tt.dimensions,options:[["auto",tt.auto],["mm","mm"],["cm","cm"],["m","m"]],value:c.dimensions||"auto",onChange:u=>l({dimensions:u})})]})}),p(_n,{icon:"section",label:tt.section,active:!!c.section,onOpen:()=>{e.value.section||l({section:{axis:"x",at:.5}})},children:p("div",{class:"form",children:[p(Jn,{label:tt.section,checked:!!c.section,onChange:u=>l({section:u?{axis:"x",at:.5}:null})}),p(Sn,{label:tt.axis,options:[["x","X"],["y","Y"],["z","Z"]],value:c.section?.axis||"x",onChange:u=>l({section:{axis:u,at:c.section?.at??.5}})}),p(Lo,{label:tt.position,min:0,max:1,step:.01,value:c.section?.at??.5,onInput:u=>l({section:{axis:c.section?.axis||"x",at:u}})})]})}),p(_n,{icon:"views",label:tt.views,active:c.ortho,children:p("div",{class:"form",children:[p("div",{class:"row",children:[["front","left","top"].map(u=>p(Ne,{label:tt[u],small:!0,onClick:()=>i.from(u)},u)),p(Ne,{label:tt.reset,small:!0,onClick:()=>i.from("home"),title:"F"})]}),p(Jn,{label:tt.ortho,checked:c.ortho,onChange:u=>l({ortho:u})}),p(Jn,{label:tt.turn,checked:c.turn,onChange:u=>{l({turn:u}),i.touched=!u,i.draw()}})]})}),r&&p(Ne,{icon:"split",label:tt.split,bare:!0,pressed:r.on,disabled:!!r.why,title:r.why||tt.split,onClick:r.toggle}),p(Ne,{icon:"camera",label:tt.screenshot,bare:!0,onClick:h}),document.fullscreenEnabled&&p(Ne,{icon:"full",label:tt.full,bare:!0,onClick:()=>document.fullscreenElement?document.exitFullscreen():o.requestFullscreen()})]})}var Lg={type:"change"},_d={type:"start"},Dg={type:"end"},Qc=new Li,Ng=new Ln,ZM=Math.cos(70*qt.DEG2RAD),cn=new U,Hn=2*Math.PI,_t={NONE:-1,ROTATE:0,DOLLY:1,PAN:2,TOUCH_ROTATE:3,TOUCH_PAN:4,TOUCH_DOLLY_PAN:5,TOUCH_DOLLY_ROTATE:6},gd=1e-6,eu=class extends va{constructor(e,t=null){super(e,t),this.state=_t.NONE,this.target=new U,this.cursor=new U,this.minDistance=0,this.maxDistance=1/0,this.minZoom=0,this.maxZoom=1/0,this.minTargetRadius=0,this.maxTargetRadius=1/0,this.minPolarAngle=0,this.maxPolarAngle=Math.PI,this.minAzimuthAngle=-1/0,this.maxAzimuthAngle=1/0,this.enableDamping=!1,this.dampingFactor=.05,this.enableZoom=!0,this.zoomSpeed=1,this.enableRotate=!0,this.rotateSpeed=1,this.keyRotateSpeed=1,this.enablePan=!0,this.panSpeed=1,this.screenSpacePanning=!0,this.keyPanSpeed=7,this.zoomToCursor=!1,this.autoRotate=!1,this.autoRotateSpeed=2,this.keys={LEFT:"ArrowLeft",UP:"ArrowUp",RIGHT:"ArrowRight",BOTTOM:"ArrowDown"},this.mouseButtons={LEFT:Cs.ROTATE,MIDDLE:Cs.DOLLY,RIGHT:Cs.PAN},this.touches={ONE:Ps.ROTATE,TWO:Ps.DOLLY_PAN},this.target0=this.target.clone(),this.position0=this.object.position.clone(),this.zoom0=this.object.zoom,this._cursorStyle="auto",this._domElementKeyEvents=null,this._lastPosition=new U,this._lastQuaternion=new An,this._lastTargetPosition=new U,this._quat=new An().setFromUnitVectors(e.up,new U(0,1,0)),this._quatInverse=this._quat.clone().invert(),this._spherical=new oo,this._sphericalDelta=new oo,this._scale=1,this._panOffset=new U,this._rotateStart=new Le,this._rotateEnd=new Le,this._rotateDelta=new Le,this._panStart=new Le,this._panEnd=new Le,this._panDelta=new Le,this._dollyStart=new Le,this._dollyEnd=new Le,this._dollyDelta=new Le,this._dollyDirection=new U,this._mouse=new Le,this._performCursorZoom=!1,this._pointers=[],this._pointerPositions={},this._controlActive=!1,this._onPointerMove=JM.bind(this),this._onPointerDown=jM.bind(this),this._onPointerUp=QM.bind(this),this._onContextMenu=oS.bind(this),this._onMouseWheel=nS.bind(this),this._onKeyDown=iS.bind(this),this._onTouchStart=sS.bind(this),this._onTouchMove=rS.bind(this),this._onMouseDown=eS.bind(this),this._onMouseMove=tS.bind(this),this._interceptControlDown=aS.bind(this),this._interceptControlUp=lS.bind(this),this.domElement!==null&&this.connect(this.domElement),this.update()}set cursorStyle(e){this._cursorStyle=e,e==="grab"?this.domElement.style.cursor="grab":this.domElement.style.cursor="auto"}get cursorStyle(){return this._cursorStyle}connect(e){super.connect(e),this.domElement.addEventListener("pointerdown",this._onPointerDown),this.domElement.addEventListener("pointercancel",this._onPointerUp),this.domElement.addEventListener("contextmenu",this._onContextMenu),this.domElement.addEventListener("wheel",this._onMouseWheel,{passive:!1}),this.domElement.ownerDocument.addEventListener("keydown",this._interceptControlDown,{passive:!0,capture:!0}),this.domElement.style.touchAction="none"}disconnect(){this.state=_t.NONE,this.domElement.removeEventListener("pointerdown",this._onPointerDown),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.domElement.removeEventListener("pointercancel",this._onPointerUp),this.domElement.removeEventListener("wheel",this._onMouseWheel),this.domElement.removeEventListener("contextmenu",this._onContextMenu),this.stopListenToKeyEvents(),this.domElement.ownerDocument.removeEventListener("keydown",this._interceptControlDown,{capture:!0}),this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{capture:!0}),this._controlActive=!1,this._pointers.length=0,this._pointerPositions={},this.domElement.style.touchAction="",this.domElement.style.cursor="auto"}dispose(){this.disconnect()}getPolarAngle(){return this._spherical.phi}getAzimuthalAngle(){return this._spherical.theta}getDistance(){return this.object.position.distanceTo(this.target)}listenToKeyEvents(e){e.addEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=e}stopListenToKeyEvents(){this._domElementKeyEvents!==null&&(this._domElementKeyEvents.removeEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=null)}saveState(){this.target0.copy(this.target),this.position0.copy(this.object.position),this.zoom0=this.object.zoom}reset(){this.target.copy(this.target0),this.object.position.copy(this.position0),this.object.zoom=this.zoom0,this.object.updateProjectionMatrix(),this.dispatchEvent(Lg),this.update(),this.state=_t.NONE}pan(e,t){this._pan(e,t),this.update()}dollyIn(e){this._dollyIn(e),this.update()}dollyOut(e){this._dollyOut(e),this.update()}rotateLeft(e){this._rotateLeft(e),this.update()}rotateUp(e){this._rotateUp(e),this.update()}update(e=null){let t=this.object.position;cn.copy(t).sub(this.target),cn.applyQuaternion(this._quat),this._spherical.setFromVector3(cn),this.autoRotate&&this.state===_t.NONE&&this._rotateLeft(this._getAutoRotationAngle(e)),this.enableDamping?(this._spherical.theta+=this._sphericalDelta.theta*this.dampingFactor,this._spherical.phi+=this._sphericalDelta.phi*this.dampingFactor):(this._spherical.theta+=this._sphericalDelta.theta,this._spherical.phi+=this._sphericalDelta.phi);let n=this.minAzimuthAngle,s=this.maxAzimuthAngle;isFinite(n)&&isFinite(s)&&(n<-Math.PI?n+=Hn:n>Math.PI&&(n-=Hn),s<-Math.PI?s+=Hn:s>Math.PI&&(s-=Hn),n<=s?this._spherical.theta=Math.max(n,Math.min(s,this._spherical.theta)):this._spherical.theta=this._spherical.theta>(n+s)/2?Math.max(n,this._spherical.theta):Math.min(s,this._spherical.theta)),this._spherical.phi=Math.max(this.minPolarAngle,Math.min(this.maxPolarAngle,this._spherical.phi)),this._spherical.makeSafe(),this.enableDamping===!0?this.target.addScaledVector(this._panOffset,this.dampingFactor):this.target.add(this._panOffset),this.target.sub(this.cursor),this.target.clampLength(this.minTargetRadius,this.maxTargetRadius),this.target.add(this.cursor);let r=!1;if(this.zoomToCursor&&this._performCursorZoom||this.object.isOrthographicCamera)this._spherical.radius=this._clampDistance(this._spherical.radius);else{let o=this._spherical.radius;this._spherical.radius=this._clampDistance(this._spherical.radius*this._scale),r=o!=this._spherical.radius}if(cn.setFromSpherical(this._spherical),cn.applyQuaternion(this._quatInverse),t.copy(this.target).add(cn),this.object.lookAt(this.target),this.enableDamping===!0?(this._sphericalDelta.theta*=1-this.dampingFactor,this._sphericalDelta.phi*=1-this.dampingFactor,this._panOffset.multiplyScalar(1-this.dampingFactor)):(this._sphericalDelta.set(0,0,0),this._panOffset.set(0,0,0)),this.zoomToCursor&&this._performCursorZoom){let o=null;if(this.object.isPerspectiveCamera){let a=cn.length();o=this._clampDistance(a*this._scale);let c=a-o;this.object.position.addScaledVector(this._dollyDirection,c),this.object.updateMatrixWorld(),r=!!c}else if(this.object.isOrthographicCamera){let a=new U(this._mouse.x,this._mouse.y,0);a.unproject(this.object);let c=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),this.object.updateProjectionMatrix(),r=c!==this.object.zoom;let l=new U(this._mouse.x,this._mouse.y,0);l.unproject(this.object),this.object.position.sub(l).add(a),this.object.updateMatrixWorld(),o=cn.length()}else console.warn("WARNING: OrbitControls.js encountered an unknown camera type - zoom to cursor disabled."),this.zoomToCursor=!1;o!==null&&(this.screenSpacePanning?this.target.set(0,0,-1).transformDirection(this.object.matrix).multiplyScalar(o).add(this.object.position):(Qc.origin.copy(this.object.position),Qc.direction.set(0,0,-1).transformDirection(this.object.matrix),Math.abs(this.object.up.dot(Qc.direction))<ZM?this.object.lookAt(this.target):(Ng.setFromNormalAndCoplanarPoint(this.object.up,this.target),Qc.intersectPlane(Ng,this.target))))}else if(this.object.isOrthographicCamera){let o=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),o!==this.object.zoom&&(this.object.updateProjectionMatrix(),r=!0)}return this._scale=1,this._performCursorZoom=!1,r||this._lastPosition.distanceToSquared(this.object.position)>gd||8*(1-this._lastQuaternion.dot(this.object.quaternion))>gd||this._lastTargetPosition.distanceToSquared(this.target)>gd?(this.dispatchEvent(Lg),this._lastPosition.copy(this.object.position),this._lastQuaternion.copy(this.object.quaternion),this._lastTargetPosition.copy(this.target),!0):!1}_getAutoRotationAngle(e){return e!==null?Hn/60*this.autoRotateSpeed*e:Hn/60/60*this.autoRotateSpeed}_getZoomScale(e){let t=Math.abs(e*.01);return Math.pow(.95,this.zoomSpeed*t)}_rotateLeft(e){this._sphericalDelta.theta-=e}_rotateUp(e){this._sphericalDelta.phi-=e}_panLeft(e,t){cn.setFromMatrixColumn(t,0),cn.multiplyScalar(-e),this._panOffset.add(cn)}_panUp(e,t){this.screenSpacePanning===!0?cn.setFromMatrixColumn(t,1):(cn.setFromMatrixColumn(t,0),cn.crossVectors(this.object.up,cn)),cn.multiplyScalar(e),this._panOffset.add(cn)}_pan(e,t){let n=this.domElement;if(this.object.isPerspectiveCamera){let s=this.object.position;cn.copy(s).sub(this.target);let r=cn.length();r*=Math.tan(this.object.fov/2*Math.PI/180),this._panLeft(2*e*r/n.clientHeight,this.object.matrix),this._panUp(2*t*r/n.clientHeight,this.object.matrix)}else this.object.isOrthographicCamera?(this._panLeft(e*(this.object.right-this.object.left)/this.object.zoom/n.clientWidth,this.object.matrix),this._panUp(t*(this.object.top-this.object.bottom)/this.object.zoom/n.clientHeight,this.object.matrix)):(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - pan disabled."),this.enablePan=!1)}_dollyOut(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale/=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_dollyIn(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale*=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_updateZoomParameters(e,t){if(!this.zoomToCursor)return;this._performCursorZoom=!0;let n=this.domElement.getBoundingClientRect(),s=e-n.left,r=t-n.top,o=n.width,a=n.height;this._mouse.x=s/o*2-1,this._mouse.y=-(r/a)*2+1,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()}_clampDistance(e){return Math.max(this.minDistance,Math.min(this.maxDistance,e))}_handleMouseDownRotate(e){this._rotateStart.set(e.clientX,e.clientY)}_handleMouseDownDolly(e){this._updateZoomParameters(e.clientX,e.clientY),this._dollyStart.set(e.clientX,e.clientY)}_handleMouseDownPan(e){this._panStart.set(e.clientX,e.clientY)}_handleMouseMoveRotate(e){this._rotateEnd.set(e.clientX,e.clientY),this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(Hn*this._rotateDelta.x/t.clientHeight),this._rotateUp(Hn*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd),this.update()}_handleMouseMoveDolly(e){this._dollyEnd.set(e.clientX,e.clientY),this._dollyDelta.subVectors(this._dollyEnd,this._dollyStart),this._dollyDelta.y>0?this._dollyOut(this._getZoomScale(this._dollyDelta.y)):this._dollyDelta.y<0&&this._dollyIn(this._getZoomScale(this._dollyDelta.y)),this._dollyStart.copy(this._dollyEnd),this.zoomToCursor&&(this._performCursorZoom=!0,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()),this.update()}_handleMouseMovePan(e){this._panEnd.set(e.clientX,e.clientY),this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd),this.update()}_handleMouseWheel(e){this._updateZoomParameters(e.clientX,e.clientY),e.deltaY<0?this._dollyIn(this._getZoomScale(e.deltaY)):e.deltaY>0&&this._dollyOut(this._getZoomScale(e.deltaY)),this.update()}_handleKeyDown(e){let t=!1;switch(e.code){case this.keys.UP:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(Hn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,this.keyPanSpeed),t=!0;break;case this.keys.BOTTOM:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(-Hn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,-this.keyPanSpeed),t=!0;break;case this.keys.LEFT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(Hn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(this.keyPanSpeed,0),t=!0;break;case this.keys.RIGHT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(-Hn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(-this.keyPanSpeed,0),t=!0;break}t&&(e.preventDefault(),this.update())}_handleTouchStartRotate(e){if(this._pointers.length===1)this._rotateStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._rotateStart.set(n,s)}}_handleTouchStartPan(e){if(this._pointers.length===1)this._panStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panStart.set(n,s)}}_handleTouchStartDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(n*n+s*s);this._dollyStart.set(0,r)}_handleTouchStartDollyPan(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enablePan&&this._handleTouchStartPan(e)}_handleTouchStartDollyRotate(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enableRotate&&this._handleTouchStartRotate(e)}_handleTouchMoveRotate(e){if(this._pointers.length==1)this._rotateEnd.set(e.pageX,e.pageY);else{let n=this._getSecondPointerPosition(e),s=.5*(e.pageX+n.x),r=.5*(e.pageY+n.y);this._rotateEnd.set(s,r)}this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(Hn*this._rotateDelta.x/t.clientHeight),this._rotateUp(Hn*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd)}_handleTouchMovePan(e){if(this._pointers.length===1)this._panEnd.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panEnd.set(n,s)}this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd)}_handleTouchMoveDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(n*n+s*s);this._dollyEnd.set(0,r),this._dollyDelta.set(0,Math.pow(this._dollyEnd.y/this._dollyStart.y,this.zoomSpeed)),this._dollyOut(this._dollyDelta.y),this._dollyStart.copy(this._dollyEnd);let o=(e.pageX+t.x)*.5,a=(e.pageY+t.y)*.5;this._updateZoomParameters(o,a)}_handleTouchMoveDollyPan(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enablePan&&this._handleTouchMovePan(e)}_handleTouchMoveDollyRotate(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enableRotate&&this._handleTouchMoveRotate(e)}_addPointer(e){this._pointers.push(e.pointerId)}_removePointer(e){delete this._pointerPositions[e.pointerId];for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId){this._pointers.splice(t,1);return}}_isTrackingPointer(e){for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId)return!0;return!1}_trackPointer(e){let t=this._pointerPositions[e.pointerId];t===void 0&&(t=new Le,this._pointerPositions[e.pointerId]=t),t.set(e.pageX,e.pageY)}_getSecondPointerPosition(e){let t=e.pointerId===this._pointers[0]?this._pointers[1]:this._pointers[0];return this._pointerPositions[t]}_customWheelEvent(e){let t=e.deltaMode,n={clientX:e.clientX,clientY:e.clientY,deltaY:e.deltaY};switch(t){case 1:n.deltaY*=16;break;case 2:n.deltaY*=100;break}return e.ctrlKey&&!this._controlActive&&(n.deltaY*=10),n}};function jM(i){this.enabled!==!1&&(this._pointers.length===0&&(this.domElement.setPointerCapture(i.pointerId),this.domElement.ownerDocument.addEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.addEventListener("pointerup",this._onPointerUp)),!this._isTrackingPointer(i)&&(this._addPointer(i),i.pointerType==="touch"?this._onTouchStart(i):this._onMouseDown(i),this._cursorStyle==="grab"&&(this.domElement.style.cursor="grabbing")))}function JM(i){this.enabled!==!1&&(i.pointerType==="touch"?this._onTouchMove(i):this._onMouseMove(i))}function QM(i){switch(this._removePointer(i),this._pointers.length){case 0:this.domElement.releasePointerCapture(i.pointerId),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.dispatchEvent(Dg),this.state=_t.NONE,this._cursorStyle==="grab"&&(this.domElement.style.cursor="grab");break;case 1:let e=this._pointers[0],t=this._pointerPositions[e];this._onTouchStart({pointerId:e,pageX:t.x,pageY:t.y});break}}function eS(i){let e;switch(i.button){case 0:e=this.mouseButtons.LEFT;break;case 1:e=this.mouseButtons.MIDDLE;break;case 2:e=this.mouseButtons.RIGHT;break;default:e=-1}switch(e){case Cs.DOLLY:if(this.enableZoom===!1)return;this._handleMouseDownDolly(i),this.state=_t.DOLLY;break;case Cs.ROTATE:if(i.ctrlKey||i.metaKey||i.shiftKey){if(this.enablePan===!1)return;this._handleMouseDownPan(i),this.state=_t.PAN}else{if(this.enableRotate===!1)return;this._handleMouseDownRotate(i),this.state=_t.ROTATE}break;case Cs.PAN:if(i.ctrlKey||i.metaKey||i.shiftKey){if(this.enableRotate===!1)return;this._handleMouseDownRotate(i),this.state=_t.ROTATE}else{if(this.enablePan===!1)return;this._handleMouseDownPan(i),this.state=_t.PAN}break;default:this.state=_t.NONE}this.state!==_t.NONE&&this.dispatchEvent(_d)}function tS(i){switch(this.state){case _t.ROTATE:if(this.enableRotate===!1)return;this._handleMouseMoveRotate(i);break;case _t.DOLLY:if(this.enableZoom===!1)return;this._handleMouseMoveDolly(i);break;case _t.PAN:if(this.enablePan===!1)return;this._handleMouseMovePan(i);break}}function nS(i){this.enabled===!1||this.enableZoom===!1||this.state!==_t.NONE||(i.preventDefault(),this.dispatchEvent(_d),this._handleMouseWheel(this._customWheelEvent(i)),this.dispatchEvent(Dg))}function iS(i){this.enabled!==!1&&this._handleKeyDown(i)}function sS(i){switch(this._trackPointer(i),this._pointers.length){case 1:switch(this.touches.ONE){case Ps.ROTATE:if(this.enableRotate===!1){this.state=_t.NONE;break}this._handleTouchStartRotate(i),this.state=_t.TOUCH_ROTATE;break;case Ps.PAN:if(this.enablePan===!1){this.state=_t.NONE;break}this._handleTouchStartPan(i),this.state=_t.TOUCH_PAN;break;default:this.state=_t.NONE}break;case 2:switch(this.touches.TWO){case Ps.DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchStartDollyPan(i),this.state=_t.TOUCH_DOLLY_PAN;break;case Ps.DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchStartDollyRotate(i),this.state=_t.TOUCH_DOLLY_ROTATE;break;default:this.state=_t.NONE}break;default:this.state=_t.NONE}this.state!==_t.NONE&&this.dispatchEvent(_d)}function rS(i){switch(this._trackPointer(i),this.state){case _t.TOUCH_ROTATE:if(this.enableRotate===!1)return;this._handleTouchMoveRotate(i),this.update();break;case _t.TOUCH_PAN:if(this.enablePan===!1)return;this._handleTouchMovePan(i),this.update();break;case _t.TOUCH_DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchMoveDollyPan(i),this.update();break;case _t.TOUCH_DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchMoveDollyRotate(i),this.update();break;default:this.state=_t.NONE}}function oS(i){this.enabled!==!1&&i.preventDefault()}function aS(i){i.key==="Control"&&(this._controlActive=!0,this.domElement.ownerDocument.addEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function lS(i){i.key==="Control"&&(this._controlActive=!1,this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function Ug(i,e,t){return i<=1?[[0,0,e,t]]:i===2?e>=t?[[0,0,e/2,t],[e/2,0,e/2,t]]:[[0,0,e,t/2],[0,t/2,e,t/2]]:i===3&&e>=t*1.5?[0,1,2].map(n=>[n*e/3,0,e/3,t]):[0,1,2,3].map(n=>[n%2*e/2,Math.floor(n/2)*t/2,e/2,t/2])}function xd(i,e){if(e===Xh)return console.warn("THREE.BufferGeometryUtils.toTrianglesDrawMode(): Geometry already defined as triangles."),i;if(e===fo||e===Ca){let t=i.getIndex();if(t===null){let r=[],o=i.getAttribute("position");if(o!==void 0){for(let a=0;a<o.count;a++)r.push(a);i.setIndex(r),t=i.getIndex()}else return console.error("THREE.BufferGeometryUtils.toTrianglesDrawMode(): Undefined position attribute. Processing not possible."),i}let n=t.count-2,s=[];if(e===fo)for(let r=1;r<=n;r++)s.push(t.getX(0)),s.push(t.getX(r)),s.push(t.getX(r+1));else for(let r=0;r<n;r++)r%2===0?(s.push(t.getX(r)),s.push(t.getX(r+1)),s.push(t.getX(r+2))):(s.push(t.getX(r+2)),s.push(t.getX(r+1)),s.push(t.getX(r)));return s.length/3!==n&&console.error("THREE.BufferGeometryUtils.toTrianglesDrawMode(): Unable to generate correct amount of triangles."),i.setIndex(s),i.clearGroups(),i}else return console.error("THREE.BufferGeometryUtils.toTrianglesDrawMode(): Unknown draw mode:",e),i}function Og(i){let e=new Map,t=new Map,n=i.clone();return Fg(i,n,function(s,r){e.set(r,s),t.set(s,r)}),n.traverse(function(s){if(!s.isSkinnedMesh)return;let r=s,o=e.get(s),a=o.skeleton.bones;r.skeleton=o.skeleton.clone(),r.bindMatrix.copy(o.bindMatrix),r.skeleton.bones=a.map(function(c){return t.get(c)}),r.bind(r.skeleton,r.bindMatrix)}),n}function Fg(i,e,t){t(i,e);for(let n=0;n<i.children.length;n++)Fg(i.children[n],e.children[n],t)}var tu=class extends Rn{constructor(e){super(e),this.dracoLoader=null,this.ktx2Loader=null,this.meshoptDecoder=null,this.pluginCallbacks=[],this.register(function(t){return new Td(t)}),this.register(function(t){return new Ad(t)}),this.register(function(t){return new Ed(t)}),this.register(function(t){return new Od(t)}),this.register(function(t){return new Fd(t)}),this.register(function(t){return new kd(t)}),this.register(function(t){return new Cd(t)}),this.register(function(t){return new Pd(t)}),this.register(function(t){return new Id(t)}),this.register(function(t){return new Ld(t)}),this.register(function(t){return new wd(t)}),this.register(function(t){return new Nd(t)}),this.register(function(t){return new Rd(t)}),this.register(function(t){return new Ud(t)}),this.register(function(t){return new Dd(t)}),this.register(function(t){return new Md(t)}),this.register(function(t){return new nu(t,Je.EXT_MESHOPT_COMPRESSION)}),this.register(function(t){return new nu(t,Je.KHR_MESHOPT_COMPRESSION)}),this.register(function(t){return new Bd(t)})}load(e,t,n,s){let r=this,o;if(this.resourcePath!=="")o=this.resourcePath;else if(this.path!==""){let l=cs.extractUrlBase(e);o=cs.resolveURL(l,this.path)}else o=cs.extractUrlBase(e);this.manager.itemStart(e);let a=function(l){s?s(l):console.error(l),r.manager.itemError(e),r.manager.itemEnd(e)},c=new ri(this.manager);c.setPriority(this.priority),c.setCache(this.cache),c.setPath(this.path),c.setResponseType("arraybuffer"),c.setRequestHeader(this.requestHeader),c.setWithCredentials(this.withCredentials),c.load(e,function(l){try{r.parse(l,o,function(h){t(h),r.manager.itemEnd(e)},a)}catch(h){a(h)}},n,a)}setDRACOLoader(e){return this.dracoLoader=e,this}setKTX2Loader(e){return this.ktx2Loader=e,this}setMeshoptDecoder(e){return this.meshoptDecoder=e,this}register(e){return this.pluginCallbacks.indexOf(e)===-1&&this.pluginCallbacks.push(e),this}unregister(e){return this.pluginCallbacks.indexOf(e)!==-1&&this.pluginCallbacks.splice(this.pluginCallbacks.indexOf(e),1),this}parse(e,t,n,s){let r,o={},a={},c=new TextDecoder;if(typeof e=="string")r=JSON.parse(e);else if(e instanceof ArrayBuffer)if(c.decode(new Uint8Array(e,0,4))===Hg){try{o[Je.KHR_BINARY_GLTF]=new zd(e)}catch(u){s&&s(u);return}r=JSON.parse(o[Je.KHR_BINARY_GLTF].content)}else r=JSON.parse(c.decode(e));else r=e;if(r.asset===void 0||r.asset.version[0]<2){s&&s(new Error("THREE.GLTFLoader: Unsupported asset. glTF versions >=2.0 are supported."));return}let l=new $d(r,{path:t||this.resourcePath||"",crossOrigin:this.crossOrigin,priority:this.priority,cache:this.cache,withCredentials:this.withCredentials,requestHeader:this.requestHeader,manager:this.manager,ktx2Loader:this.ktx2Loader,meshoptDecoder:this.meshoptDecoder});l.fileLoader.setRequestHeader(this.requestHeader);for(let h=0;h<this.pluginCallbacks.length;h++){let u=this.pluginCallbacks[h](l);u.name||console.error("THREE.GLTFLoader: Invalid plugin found: missing name"),a[u.name]=u,o[u.name]=!0}if(r.extensionsUsed)for(let h=0;h<r.extensionsUsed.length;++h){let u=r.extensionsUsed[h],d=r.extensionsRequired||[];switch(u){case Je.KHR_MATERIALS_UNLIT:o[u]=new Sd;break;case Je.KHR_DRACO_MESH_COMPRESSION:o[u]=new Vd(r,this.dracoLoader);break;case Je.KHR_TEXTURE_TRANSFORM:o[u]=new Hd;break;case Je.KHR_MESH_QUANTIZATION:o[u]=new Gd;break;default:d.indexOf(u)>=0&&a[u]===void 0&&console.warn('THREE.GLTFLoader: Unknown extension "'+u+'".')}}l.setExtensions(o),l.setPlugins(a),l.parse(n,s)}parseAsync(e,t){let n=this;return new Promise(function(s,r){n.parse(e,t,s,r)})}};function cS(){let i={};return{get:function(e){return i[e]},add:function(e,t){i[e]=t},remove:function(e){delete i[e]},removeAll:function(){i={}}}}function zt(i,e,t){let n=i.json.materials[e];return n.extensions&&n.extensions[t]?n.extensions[t]:null}var Je={KHR_BINARY_GLTF:"KHR_binary_glTF",KHR_DRACO_MESH_COMPRESSION:"KHR_draco_mesh_compression",KHR_LIGHTS_PUNCTUAL:"KHR_lights_punctual",KHR_MATERIALS_CLEARCOAT:"KHR_materials_clearcoat",KHR_MATERIALS_DIFFUSE_ROUGHNESS:"KHR_materials_diffuse_roughness",KHR_MATERIALS_DISPERSION:"KHR_materials_dispersion",KHR_MATERIALS_IOR:"KHR_materials_ior",KHR_MATERIALS_SHEEN:"KHR_materials_sheen",KHR_MATERIALS_SPECULAR:"KHR_materials_specular",KHR_MATERIALS_TRANSMISSION:"KHR_materials_transmission",KHR_MATERIALS_IRIDESCENCE:"KHR_materials_iridescence",KHR_MATERIALS_ANISOTROPY:"KHR_materials_anisotropy",KHR_MATERIALS_UNLIT:"KHR_materials_unlit",KHR_MATERIALS_VOLUME:"KHR_materials_volume",KHR_TEXTURE_BASISU:"KHR_texture_basisu",KHR_TEXTURE_TRANSFORM:"KHR_texture_transform",KHR_MESH_QUANTIZATION:"KHR_mesh_quantization",KHR_MATERIALS_EMISSIVE_STRENGTH:"KHR_materials_emissive_strength",EXT_MATERIALS_BUMP:"EXT_materials_bump",EXT_TEXTURE_WEBP:"EXT_texture_webp",EXT_TEXTURE_AVIF:"EXT_texture_avif",EXT_MESHOPT_COMPRESSION:"EXT_meshopt_compression",KHR_MESHOPT_COMPRESSION:"KHR_meshopt_compression",EXT_MESH_GPU_INSTANCING:"EXT_mesh_gpu_instancing"},Md=class{constructor(e){this.parser=e,this.name=Je.KHR_LIGHTS_PUNCTUAL,this.cache={refs:{},uses:{}}}_markDefs(){let e=this.parser,t=this.parser.json.nodes||[];for(let n=0,s=t.length;n<s;n++){let r=t[n];r.extensions&&r.extensions[this.name]&&r.extensions[this.name].light!==void 0&&e._addNodeRef(this.cache,r.extensions[this.name].light)}}_loadLight(e){let t=this.parser,n="light:"+e,s=t.cache.get(n);if(s)return s;let r=t.json,c=((r.extensions&&r.extensions[this.name]||{}).lights||[])[e],l,h=new pe(16777215);c.color!==void 0&&h.setRGB(c.color[0],c.color[1],c.color[2],Nn);let u=c.range!==void 0?c.range:0;switch(c.type){case"directional":l=new dr(h),l.target.position.set(0,0,-1),l.add(l.target);break;case"point":l=new hr(h),l.distance=u;break;case"spot":l=new fa(h),l.distance=u,c.spot=c.spot||{},c.spot.innerConeAngle=c.spot.innerConeAngle!==void 0?c.spot.innerConeAngle:0,c.spot.outerConeAngle=c.spot.outerConeAngle!==void 0?c.spot.outerConeAngle:Math.PI/4,l.angle=c.spot.outerConeAngle,l.penumbra=1-c.spot.innerConeAngle/c.spot.outerConeAngle,l.target.position.set(0,0,-1),l.add(l.target);break;default:throw new Error("THREE.GLTFLoader: Unexpected light type: "+c.type)}return l.position.set(0,0,0),Bi(l,c),c.intensity!==void 0&&(l.intensity=c.intensity),l.name=t.createUniqueName(c.name||"light_"+e),s=Promise.resolve(l),t.cache.add(n,s),s}getDependency(e,t){if(e==="light")return this._loadLight(t)}createNodeAttachment(e){let t=this,n=this.parser,r=n.json.nodes[e],a=(r.extensions&&r.extensions[this.name]||{}).light;return a===void 0?null:this._loadLight(a).then(function(c){return n._getNodeRef(t.cache,a,c)})}},Sd=class{constructor(){this.name=Je.KHR_MATERIALS_UNLIT}getMaterialType(){return vn}extendParams(e,t,n){let s=[];e.color=new pe(1,1,1),e.opacity=1;let r=t.pbrMetallicRoughness;if(r){if(Array.isArray(r.baseColorFactor)){let o=r.baseColorFactor;e.color.setRGB(o[0],o[1],o[2],Nn),e.opacity=o[3]}r.baseColorTexture!==void 0&&s.push(n.assignTexture(e,"map",r.baseColorTexture,gt))}return Promise.all(s)}},wd=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_EMISSIVE_STRENGTH}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);return n===null||n.emissiveStrength!==void 0&&(t.emissiveIntensity=n.emissiveStrength),Promise.resolve()}},Td=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_CLEARCOAT}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);if(n===null)return Promise.resolve();let s=[];if(n.clearcoatFactor!==void 0&&(t.clearcoat=n.clearcoatFactor),n.clearcoatTexture!==void 0&&s.push(this.parser.assignTexture(t,"clearcoatMap",n.clearcoatTexture)),n.clearcoatRoughnessFactor!==void 0&&(t.clearcoatRoughness=n.clearcoatRoughnessFactor),n.clearcoatRoughnessTexture!==void 0&&s.push(this.parser.assignTexture(t,"clearcoatRoughnessMap",n.clearcoatRoughnessTexture)),n.clearcoatNormalTexture!==void 0&&(s.push(this.parser.assignTexture(t,"clearcoatNormalMap",n.clearcoatNormalTexture)),n.clearcoatNormalTexture.scale!==void 0)){let r=n.clearcoatNormalTexture.scale;t.clearcoatNormalScale=new Le(r,r)}return Promise.all(s)}},Ad=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_DIFFUSE_ROUGHNESS}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);if(n===null)return Promise.resolve();let s=[];return t.diffuseRoughness=n.diffuseRoughnessFactor!==void 0?n.diffuseRoughnessFactor:0,n.diffuseRoughnessTexture!==void 0&&s.push(this.parser.assignTexture(t,"diffuseRoughnessMap",n.diffuseRoughnessTexture)),Promise.all(s)}},Ed=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_DISPERSION}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);return n===null||(t.dispersion=n.dispersion!==void 0?n.dispersion:0),Promise.resolve()}},Rd=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_IRIDESCENCE}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);if(n===null)return Promise.resolve();let s=[];return n.iridescenceFactor!==void 0&&(t.iridescence=n.iridescenceFactor),n.iridescenceTexture!==void 0&&s.push(this.parser.assignTexture(t,"iridescenceMap",n.iridescenceTexture)),n.iridescenceIor!==void 0&&(t.iridescenceIOR=n.iridescenceIor),n.iridescenceThicknessMinimum!==void 0&&(t.iridescenceThicknessMinimum=n.iridescenceThicknessMinimum),n.iridescenceThicknessMaximum!==void 0&&(t.iridescenceThicknessMaximum=n.iridescenceThicknessMaximum),n.iridescenceThicknessTexture!==void 0&&s.push(this.parser.assignTexture(t,"iridescenceThicknessMap",n.iridescenceThicknessTexture)),Promise.all(s)}},Cd=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_SHEEN}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);if(n===null)return Promise.resolve();let s=[];if(t.sheenColor=new pe(0,0,0),t.sheenRoughness=0,t.sheen=1,n.sheenColorFactor!==void 0){let r=n.sheenColorFactor;t.sheenColor.setRGB(r[0],r[1],r[2],Nn)}return n.sheenRoughnessFactor!==void 0&&(t.sheenRoughness=n.sheenRoughnessFactor),n.sheenColorTexture!==void 0&&s.push(this.parser.assignTexture(t,"sheenColorMap",n.sheenColorTexture,gt)),n.sheenRoughnessTexture!==void 0&&s.push(this.parser.assignTexture(t,"sheenRoughnessMap",n.sheenRoughnessTexture)),Promise.all(s)}},Pd=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_TRANSMISSION}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);if(n===null)return Promise.resolve();let s=[];return n.transmissionFactor!==void 0&&(t.transmission=n.transmissionFactor),n.transmissionTexture!==void 0&&s.push(this.parser.assignTexture(t,"transmissionMap",n.transmissionTexture)),Promise.all(s)}},Id=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_VOLUME}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);if(n===null)return Promise.resolve();let s=[];t.thickness=n.thicknessFactor!==void 0?n.thicknessFactor:0,n.thicknessTexture!==void 0&&s.push(this.parser.assignTexture(t,"thicknessMap",n.thicknessTexture)),t.attenuationDistance=n.attenuationDistance||1/0;let r=n.attenuationColor||[1,1,1];return t.attenuationColor=new pe().setRGB(r[0],r[1],r[2],Nn),Promise.all(s)}},Ld=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_IOR}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);return n===null||(t.ior=n.ior!==void 0?n.ior:1.5,t.ior===0&&(t.ior=1e3)),Promise.resolve()}},Nd=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_SPECULAR}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);if(n===null)return Promise.resolve();let s=[];t.specularIntensity=n.specularFactor!==void 0?n.specularFactor:1,n.specularTexture!==void 0&&s.push(this.parser.assignTexture(t,"specularIntensityMap",n.specularTexture));let r=n.specularColorFactor||[1,1,1];return t.specularColor=new pe().setRGB(r[0],r[1],r[2],Nn),n.specularColorTexture!==void 0&&s.push(this.parser.assignTexture(t,"specularColorMap",n.specularColorTexture,gt)),Promise.all(s)}},Dd=class{constructor(e){this.parser=e,this.name=Je.EXT_MATERIALS_BUMP}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);if(n===null)return Promise.resolve();let s=[];return t.bumpScale=n.bumpFactor!==void 0?n.bumpFactor:1,n.bumpTexture!==void 0&&s.push(this.parser.assignTexture(t,"bumpMap",n.bumpTexture)),Promise.all(s)}},Ud=class{constructor(e){this.parser=e,this.name=Je.KHR_MATERIALS_ANISOTROPY}getMaterialType(e){return zt(this.parser,e,this.name)!==null?On:null}extendMaterialParams(e,t){let n=zt(this.parser,e,this.name);if(n===null)return Promise.resolve();let s=[];return n.anisotropyStrength!==void 0&&(t.anisotropy=n.anisotropyStrength),n.anisotropyRotation!==void 0&&(t.anisotropyRotation=n.anisotropyRotation),n.anisotropyTexture!==void 0&&s.push(this.parser.assignTexture(t,"anisotropyMap",n.anisotropyTexture)),Promise.all(s)}},Od=class{constructor(e){this.parser=e,this.name=Je.KHR_TEXTURE_BASISU}loadTexture(e){let t=this.parser,n=t.json,s=n.textures[e];if(!s.extensions||!s.extensions[this.name])return null;let r=s.extensions[this.name],o=t.options.ktx2Loader;if(!o){if(n.extensionsRequired&&n.extensionsRequired.indexOf(this.name)>=0)throw new Error("THREE.GLTFLoader: setKTX2Loader must be called before loading KTX2 textures");return null}return t.loadTextureImage(e,r.source,o)}},Fd=class{constructor(e){this.parser=e,this.name=Je.EXT_TEXTURE_WEBP}loadTexture(e){let t=this.name,n=this.parser,s=n.json,r=s.textures[e];if(!r.extensions||!r.extensions[t])return null;let o=r.extensions[t],a=s.images[o.source],c=n.textureLoader;if(a.uri){let l=n.options.manager.getHandler(a.uri);l!==null&&(c=l)}return n.loadTextureImage(e,o.source,c)}},kd=class{constructor(e){this.parser=e,this.name=Je.EXT_TEXTURE_AVIF}loadTexture(e){let t=this.name,n=this.parser,s=n.json,r=s.textures[e];if(!r.extensions||!r.extensions[t])return null;let o=r.extensions[t],a=s.images[o.source],c=n.textureLoader;if(a.uri){let l=n.options.manager.getHandler(a.uri);l!==null&&(c=l)}return n.loadTextureImage(e,o.source,c)}},nu=class{constructor(e,t){this.name=t,this.parser=e}loadBufferView(e){let t=this.parser.json,n=t.bufferViews[e];if(n.extensions&&n.extensions[this.name]){let s=n.extensions[this.name],r=this.parser.getDependency("buffer",s.buffer),o=this.parser.options.meshoptDecoder;if(!o||!o.supported){if(t.extensionsRequired&&t.extensionsRequired.indexOf(this.name)>=0)throw new Error("THREE.GLTFLoader: setMeshoptDecoder must be called before loading compressed files");return null}return r.then(function(a){let c=s.byteOffset||0,l=s.byteLength||0,h=s.count,u=s.byteStride,d=new Uint8Array(a,c,l);return o.decodeGltfBufferAsync?o.decodeGltfBufferAsync(h,u,d,s.mode,s.filter).then(function(f){return f.buffer}):o.ready.then(function(){let f=new ArrayBuffer(h*u);return o.decodeGltfBuffer(new Uint8Array(f),h,u,d,s.mode,s.filter),f})})}else return null}},Bd=class{constructor(e){this.name=Je.EXT_MESH_GPU_INSTANCING,this.parser=e}createNodeMesh(e){let t=this.parser.json,n=t.nodes[e];if(!n.extensions||!n.extensions[this.name]||n.mesh===void 0)return null;let s=t.meshes[n.mesh];for(let l of s.primitives)if(l.mode!==ui.TRIANGLES&&l.mode!==ui.TRIANGLE_STRIP&&l.mode!==ui.TRIANGLE_FAN&&l.mode!==void 0)return null;let o=n.extensions[this.name].attributes,a=[],c={};for(let l in o)a.push(this.parser.getDependency("accessor",o[l]).then(h=>(c[l]=h,c[l])));return a.length<1?null:(a.push(this.parser.createNodeMesh(e)),Promise.all(a).then(l=>{let h=l.pop(),u=h.isGroup?h.children:[h],d=l[0].count,f=[];for(let _ of u){let y=new We,g=new U,m=new An,b=new U(1,1,1),M=new ar(_.geometry,_.material,d);for(let E=0;E<d;E++)c.TRANSLATION&&g.fromBufferAttribute(c.TRANSLATION,E),c.ROTATION&&m.fromBufferAttribute(c.ROTATION,E),c.SCALE&&b.fromBufferAttribute(c.SCALE,E),M.setMatrixAt(E,y.compose(g,m,b));let v=null;for(let E in c)if(E==="_COLOR_0"){let A=c[E];M.instanceColor=new ns(A.array,A.itemSize,A.normalized)}else if(E!=="TRANSLATION"&&E!=="ROTATION"&&E!=="SCALE"){if(v===null){let x=M.geometry;v=new It,v.name=x.name;for(let S in x.attributes)v.setAttribute(S,x.attributes[S]);for(let S in x.morphAttributes)v.morphAttributes[S]=x.morphAttributes[S];x.index!==null&&v.setIndex(x.index),v.morphTargetsRelative=x.morphTargetsRelative;for(let S of x.groups)v.addGroup(S.start,S.count,S.materialIndex);x.boundingBox!==null&&(v.boundingBox=x.boundingBox.clone()),x.boundingSphere!==null&&(v.boundingSphere=x.boundingSphere.clone()),v.drawRange.start=x.drawRange.start,v.drawRange.count=x.drawRange.count,v.userData=Object.assign({},x.userData),M.geometry=v}let A=c[E];v.setAttribute(E,new ns(A.array,A.itemSize,A.normalized))}Nt.prototype.copy.call(M,_),this.parser.assignFinalMaterial(M),f.push(M)}return h.isGroup?(h.clear(),h.add(...f),h):f[0]}))}},Hg="glTF",Fa=12,kg={JSON:1313821514,BIN:5130562},zd=class{constructor(e){this.name=Je.KHR_BINARY_GLTF,this.content=null,this.body=null;let t=new DataView(e,0,Fa),n=new TextDecoder;if(this.header={magic:n.decode(new Uint8Array(e.slice(0,4))),version:t.getUint32(4,!0),length:t.getUint32(8,!0)},this.header.magic!==Hg)throw new Error("THREE.GLTFLoader: Unsupported glTF-Binary header.");if(this.header.version<2)throw new Error("THREE.GLTFLoader: Legacy binary file detected.");let s=this.header.length-Fa,r=new DataView(e,Fa),o=0;for(;o<s;){let a=r.getUint32(o,!0);o+=4;let c=r.getUint32(o,!0);if(o+=4,c===kg.JSON){let l=new Uint8Array(e,Fa+o,a);this.content=n.decode(l)}else if(c===kg.BIN){let l=Fa+o;this.body=e.slice(l,l+a)}o+=a}if(this.content===null)throw new Error("THREE.GLTFLoader: JSON content not found.")}},Vd=class{constructor(e,t){if(!t)throw new Error("THREE.GLTFLoader: No DRACOLoader instance provided.");this.name=Je.KHR_DRACO_MESH_COMPRESSION,this.json=e,this.dracoLoader=t,this.dracoLoader.preload()}decodePrimitive(e,t){let n=this.json,s=this.dracoLoader,r=e.extensions[this.name].bufferView,o=e.extensions[this.name].attributes,a={},c={},l={};for(let h in o){let u=Xd[h]||h.toLowerCase();a[u]=o[h]}for(let h in e.attributes){let u=Xd[h]||h.toLowerCase();if(o[h]!==void 0){let d=n.accessors[e.attributes[h]],f=yo[d.componentType];l[u]=f.name,c[u]=d.normalized===!0}}return t.getDependency("bufferView",r).then(function(h){return new Promise(function(u,d){s.decodeDracoFile(h,function(f){for(let _ in f.attributes){let y=f.attributes[_],g=c[_];g!==void 0&&(y.normalized=g)}u(f)},a,l,Nn,d)})})}},Hd=class{constructor(){this.name=Je.KHR_TEXTURE_TRANSFORM}extendTexture(e,t){if((t.texCoord===void 0||t.texCoord===e.channel)&&t.offset===void 0&&t.rotation===void 0&&t.scale===void 0)return e;if(e=e.clone(),t.texCoord!==void 0&&(e.channel=t.texCoord),t.offset!==void 0&&e.offset.fromArray(t.offset),t.rotation!==void 0&&(e.rotation=t.rotation),t.scale!==void 0&&e.repeat.fromArray(t.scale),t.rotation!==void 0){let n=Math.cos(e.rotation),s=Math.sin(e.rotation);e.matrix.set(e.repeat.x*n,e.repeat.y*s,e.offset.x,-e.repeat.x*s,e.repeat.y*n,e.offset.y,0,0,1),e.matrixAutoUpdate=!1}return e.needsUpdate=!0,e}},Gd=class{constructor(){this.name=Je.KHR_MESH_QUANTIZATION}},iu=class extends Di{constructor(e,t,n,s){super(e,t,n,s)}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,r=e*s*3+s;for(let o=0;o!==s;o++)t[o]=n[r+o];return t}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=a*2,l=a*3,h=s-t,u=(n-t)/h,d=u*u,f=d*u,_=e*l,y=_-l,g=-2*f+3*d,m=f-d,b=1-g,M=m-d+u;for(let v=0;v!==a;v++){let E=o[y+v+a],A=o[y+v+c]*h,x=o[_+v+a],S=o[_+v]*h;r[v]=b*E+M*A+g*x+m*S}return r}},uS=new An,Wd=class extends iu{interpolate_(e,t,n,s){let r=super.interpolate_(e,t,n,s);return uS.fromArray(r).normalize().toArray(r),r}},ui={FLOAT:5126,FLOAT_MAT3:35675,FLOAT_MAT4:35676,FLOAT_VEC2:35664,FLOAT_VEC3:35665,FLOAT_VEC4:35666,LINEAR:9729,REPEAT:10497,SAMPLER_2D:35678,POINTS:0,LINES:1,LINE_LOOP:2,LINE_STRIP:3,TRIANGLES:4,TRIANGLE_STRIP:5,TRIANGLE_FAN:6,UNSIGNED_BYTE:5121,UNSIGNED_SHORT:5123},yo={5120:Int8Array,5121:Uint8Array,5122:Int16Array,5123:Uint16Array,5125:Uint32Array,5126:Float32Array},Bg={9728:Wt,9729:sn,9984:ac,9985:uo,9986:gr,9987:li},zg={33071:ei,33648:qr,10497:Ii},vd={SCALAR:1,VEC2:2,VEC3:3,VEC4:4,MAT2:4,MAT3:9,MAT4:16},Xd={POSITION:"position",NORMAL:"normal",TANGENT:"tangent",TEXCOORD_0:"uv",TEXCOORD_1:"uv1",TEXCOORD_2:"uv2",TEXCOORD_3:"uv3",COLOR_0:"color",WEIGHTS_0:"skinWeight",JOINTS_0:"skinIndex"},Os={scale:"scale",translation:"position",rotation:"quaternion",weights:"morphTargetInfluences"},hS={CUBICSPLINE:void 0,LINEAR:ir,STEP:nr},yd={OPAQUE:"OPAQUE",MASK:"MASK",BLEND:"BLEND"};function dS(i){return i.DefaultMaterial===void 0&&(i.DefaultMaterial=new si({color:16777215,emissive:0,metalness:1,roughness:1,transparent:!1,depthTest:!0,side:oi})),i.DefaultMaterial}function vr(i,e,t){for(let n in t.extensions)i[n]===void 0&&(e.userData.gltfExtensions=e.userData.gltfExtensions||{},e.userData.gltfExtensions[n]=t.extensions[n])}function Bi(i,e){e.extras!==void 0&&(typeof e.extras=="object"?Object.assign(i.userData,e.extras):console.warn("THREE.GLTFLoader: Ignoring primitive type .extras, "+e.extras))}function fS(i,e,t){let n=!1,s=!1,r=!1;for(let l=0,h=e.length;l<h;l++){let u=e[l];if(u.POSITION!==void 0&&(n=!0),u.NORMAL!==void 0&&(s=!0),u.COLOR_0!==void 0&&(r=!0),n&&s&&r)break}if(!n&&!s&&!r)return Promise.resolve(i);let o=[],a=[],c=[];for(let l=0,h=e.length;l<h;l++){let u=e[l];if(n){let d=u.POSITION!==void 0?t.getDependency("accessor",u.POSITION):i.attributes.position;o.push(d)}if(s){let d=u.NORMAL!==void 0?t.getDependency("accessor",u.NORMAL):i.attributes.normal;a.push(d)}if(r){let d=u.COLOR_0!==void 0?t.getDependency("accessor",u.COLOR_0):i.attributes.color;c.push(d)}}return Promise.all([Promise.all(o),Promise.all(a),Promise.all(c)]).then(function(l){let h=l[0],u=l[1],d=l[2];return n&&(i.morphAttributes.position=h),s&&(i.morphAttributes.normal=u),r&&(i.morphAttributes.color=d),i.morphTargetsRelative=!0,i})}function pS(i,e){if(i.updateMorphTargets(),e.weights!==void 0)for(let t=0,n=e.weights.length;t<n;t++)i.morphTargetInfluences[t]=e.weights[t];if(e.extras&&Array.isArray(e.extras.targetNames)){let t=e.extras.targetNames;if(i.morphTargetInfluences.length===t.length){i.morphTargetDictionary={};for(let n=0,s=t.length;n<s;n++)i.morphTargetDictionary[t[n]]=n}else console.warn("THREE.GLTFLoader: Invalid extras.targetNames length. Ignoring names.")}}function mS(i){let e,t=i.extensions&&i.extensions[Je.KHR_DRACO_MESH_COMPRESSION];if(t?e="draco:"+t.bufferView+":"+t.indices+":"+bd(t.attributes):e=i.indices+":"+bd(i.attributes)+":"+i.mode,i.targets!==void 0)for(let n=0,s=i.targets.length;n<s;n++)e+=":"+bd(i.targets[n]);return e}function bd(i){let e="",t=Object.keys(i).sort();for(let n=0,s=t.length;n<s;n++)e+=t[n]+":"+i[t[n]]+";";return e}function qd(i){switch(i){case Int8Array:return 1/127;case Uint8Array:return 1/255;case Int16Array:return 1/32767;case Uint16Array:return 1/65535;default:throw new Error("THREE.GLTFLoader: Unsupported normalized accessor component type.")}}function gS(i){return i.search(/\.jpe?g($|\?)/i)>0||i.search(/^data\:image\/jpeg/)===0?"image/jpeg":i.search(/\.webp($|\?)/i)>0||i.search(/^data\:image\/webp/)===0?"image/webp":i.search(/\.ktx2($|\?)/i)>0||i.search(/^data\:image\/ktx2/)===0?"image/ktx2":"image/png"}var _S=new We,$d=class{constructor(e={},t={}){this.json=e,this.extensions={},this.plugins={},this.options=t,this.cache=new cS,this.associations=new Map,this.primitiveCache={},this.nodeCache={},this.meshCache={refs:{},uses:{}},this.cameraCache={refs:{},uses:{}},this.lightCache={refs:{},uses:{}},this.sourceCache={},this.textureCache={},this.nodeNamesUsed={};let n=!1,s=-1,r=!1,o=-1;if(typeof navigator<"u"&&typeof navigator.userAgent<"u"){let a=navigator.userAgent;n=/^((?!chrome|android).)*safari/i.test(a)===!0;let c=a.match(/Version\/(\d+)/);s=n&&c?parseInt(c[1],10):-1,r=a.indexOf("Firefox")>-1,o=r?a.match(/Firefox\/([0-9]+)\./)[1]:-1}typeof createImageBitmap>"u"||n&&s<17||r&&o<98?(this.textureLoader=new ha(this.options.manager),this.textureLoader.setPriority(this.options.priority),this.textureLoader.setCache(this.options.cache)):(this.textureLoader=new ma(this.options.manager),this.textureLoader.setPriority(this.options.priority),this.textureLoader.setCache(this.options.cache)),this.textureLoader.setCrossOrigin(this.options.crossOrigin),this.textureLoader.setWithCredentials(this.options.withCredentials),this.textureLoader.setRequestHeader(this.options.requestHeader),this.fileLoader=new ri(this.options.manager),this.fileLoader.setPriority(this.options.priority),this.fileLoader.setCache(this.options.cache),this.fileLoader.setResponseType("arraybuffer"),(this.options.withCredentials||this.options.crossOrigin==="use-credentials")&&this.fileLoader.setWithCredentials(!0)}setExtensions(e){this.extensions=e}setPlugins(e){this.plugins=e}parse(e,t){let n=this,s=this.json,r=this.extensions;this.cache.removeAll(),this.nodeCache={},this._invokeAll(function(o){return o._markDefs&&o._markDefs()}),Promise.all(this._invokeAll(function(o){return o.beforeRoot&&o.beforeRoot()})).then(function(){return Promise.all([n.getDependencies("scene"),n.getDependencies("animation"),n.getDependencies("camera")])}).then(function(o){let a={scene:o[0][s.scene||0],scenes:o[0],animations:o[1],cameras:o[2],asset:s.asset,parser:n,userData:{}};return vr(r,a,s),Bi(a,s),Promise.all(n._invokeAll(function(c){return c.afterRoot&&c.afterRoot(a)})).then(function(){for(let c of a.scenes)c.updateMatrixWorld();e(a)})}).catch(t)}_markDefs(){let e=this.json.nodes||[],t=this.json.skins||[],n=this.json.meshes||[];for(let s=0,r=t.length;s<r;s++){let o=t[s].joints;for(let a=0,c=o.length;a<c;a++)e[o[a]].isBone=!0}for(let s=0,r=e.length;s<r;s++){let o=e[s];o.mesh!==void 0&&(this._addNodeRef(this.meshCache,o.mesh),o.skin!==void 0&&(n[o.mesh].isSkinnedMesh=!0)),o.camera!==void 0&&this._addNodeRef(this.cameraCache,o.camera)}}_addNodeRef(e,t){t!==void 0&&(e.refs[t]===void 0&&(e.refs[t]=e.uses[t]=0),e.refs[t]++)}_getNodeRef(e,t,n){if(e.refs[t]<=1)return n;let s=n.clone(),r=(o,a)=>{let c=this.associations.get(o);c!=null&&this.associations.set(a,c);for(let[l,h]of o.children.entries())r(h,a.children[l])};return r(n,s),s.name+="_instance_"+e.uses[t]++,s}_invokeOne(e){let t=Object.values(this.plugins);t.push(this);for(let n=0;n<t.length;n++){let s=e(t[n]);if(s)return s}return null}_invokeAll(e){let t=Object.values(this.plugins);t.unshift(this);let n=[];for(let s=0;s<t.length;s++){let r=e(t[s]);r&&n.push(r)}return n}getDependency(e,t){let n=e+":"+t,s=this.cache.get(n);if(!s){switch(e){case"scene":s=this.loadScene(t);break;case"node":s=this._invokeOne(function(r){return r.loadNode&&r.loadNode(t)});break;case"mesh":s=this._invokeOne(function(r){return r.loadMesh&&r.loadMesh(t)});break;case"accessor":s=this.loadAccessor(t);break;case"bufferView":s=this._invokeOne(function(r){return r.loadBufferView&&r.loadBufferView(t)});break;case"buffer":s=this.loadBuffer(t);break;case"material":s=this._invokeOne(function(r){return r.loadMaterial&&r.loadMaterial(t)});break;case"texture":s=this._invokeOne(function(r){return r.loadTexture&&r.loadTexture(t)});break;case"skin":s=this.loadSkin(t);break;case"animation":s=this._invokeOne(function(r){return r.loadAnimation&&r.loadAnimation(t)});break;case"camera":s=this.loadCamera(t);break;default:if(s=this._invokeOne(function(r){return r!=this&&r.getDependency&&r.getDependency(e,t)}),!s)throw new Error("Unknown type: "+e);break}this.cache.add(n,s)}return s}getDependencies(e){let t=this.cache.get(e);if(!t){let n=this,s=this.json[e+(e==="mesh"?"es":"s")]||[];t=Promise.all(s.map(function(r,o){return n.getDependency(e,o)})),this.cache.add(e,t)}return t}loadBuffer(e){let t=this.json.buffers[e],n=this.fileLoader;if(t.type&&t.type!=="arraybuffer")throw new Error("THREE.GLTFLoader: "+t.type+" buffer type is not supported.");if(t.uri===void 0&&e===0)return Promise.resolve(this.extensions[Je.KHR_BINARY_GLTF].body);let s=this.options;return new Promise(function(r,o){n.load(cs.resolveURL(t.uri,s.path),r,void 0,function(){o(new Error('THREE.GLTFLoader: Failed to load buffer "'+t.uri+'".'))})})}loadBufferView(e){let t=this.json.bufferViews[e];return this.getDependency("buffer",t.buffer).then(function(n){let s=t.byteLength||0,r=t.byteOffset||0;return n.slice(r,r+s)})}loadAccessor(e){let t=this,n=this.json,s=this.json.accessors[e];if(s.bufferView===void 0&&s.sparse===void 0){let o=vd[s.type],a=yo[s.componentType],c=s.normalized===!0,l=new a(s.count*o);return Promise.resolve(new wt(l,o,c))}let r=[];return s.bufferView!==void 0?r.push(this.getDependency("bufferView",s.bufferView)):r.push(null),s.sparse!==void 0&&(r.push(this.getDependency("bufferView",s.sparse.indices.bufferView)),r.push(this.getDependency("bufferView",s.sparse.values.bufferView))),Promise.all(r).then(function(o){let a=o[0],c=vd[s.type],l=yo[s.componentType],h=l.BYTES_PER_ELEMENT,u=h*c,d=s.byteOffset||0,f=s.bufferView!==void 0?n.bufferViews[s.bufferView].byteStride:void 0,_=s.normalized===!0,y,g;if(f&&f!==u){let m=Math.floor(d/f),b="InterleavedBuffer:"+s.bufferView+":"+s.componentType+":"+m+":"+s.count,M=t.cache.get(b);M||(y=new l(a,m*f,s.count*f/h),M=new Qr(y,f/h),t.cache.add(b,M)),g=new eo(M,c,d%f/h,_)}else a===null?y=new l(s.count*c):y=new l(a,d,s.count*c),g=new wt(y,c,_);if(s.sparse!==void 0){let m=vd.SCALAR,b=yo[s.sparse.indices.componentType],M=s.sparse.indices.byteOffset||0,v=s.sparse.values.byteOffset||0,E=new b(o[1],M,s.sparse.count*m),A=new l(o[2],v,s.sparse.count*c);a!==null&&(g=new wt(g.array.slice(),g.itemSize,g.normalized)),g.normalized=!1;for(let x=0,S=E.length;x<S;x++){let L=E[x];if(g.setX(L,A[x*c]),c>=2&&g.setY(L,A[x*c+1]),c>=3&&g.setZ(L,A[x*c+2]),c>=4&&g.setW(L,A[x*c+3]),c>=5)throw new Error("THREE.GLTFLoader: Unsupported itemSize in sparse BufferAttribute.")}g.normalized=_}return g})}loadTexture(e){let t=this.json,n=this.options,r=t.textures[e].source,o=t.images[r],a=this.textureLoader;if(o.uri){let c=n.manager.getHandler(o.uri);c!==null&&(a=c)}return this.loadTextureImage(e,r,a)}loadTextureImage(e,t,n){let s=this,r=this.json,o=r.textures[e],a=r.images[t],c=(a.uri||a.bufferView)+":"+o.sampler;if(this.textureCache[c])return this.textureCache[c];let l=this.loadImageSource(t,n).then(function(h){h.flipY=!1,h.name=o.name||a.name||"",h.name===""&&typeof a.uri=="string"&&a.uri.startsWith("data:image/")===!1&&(h.name=a.uri);let d=(r.samplers||{})[o.sampler]||{};return h.magFilter=Bg[d.magFilter]||sn,h.minFilter=Bg[d.minFilter]||li,h.wrapS=zg[d.wrapS]||Ii,h.wrapT=zg[d.wrapT]||Ii,h.generateMipmaps=!h.isCompressedTexture&&h.minFilter!==Wt&&h.minFilter!==sn,s.associations.set(h,{textures:e}),h}).catch(function(){return null});return this.textureCache[c]=l,l}loadImageSource(e,t){let n=this,s=this.json,r=this.options;if(this.sourceCache[e]!==void 0)return this.sourceCache[e].then(d=>d.clone());let o=s.images[e],a=self.URL||self.webkitURL,c=o.uri||"",l=!1,h;if(t.isKTX2Loader===!0&&o.bufferView!==void 0)h=n.getDependency("bufferView",o.bufferView).then(function(d){return new Promise(function(f,_){t.parse(d,f,_)})});else{if(o.bufferView!==void 0)c=n.getDependency("bufferView",o.bufferView).then(function(d){l=!0;let f=new Blob([d],{type:o.mimeType});return c=a.createObjectURL(f),c});else if(o.uri===void 0)throw new Error("THREE.GLTFLoader: Image "+e+" is missing URI and bufferView");h=Promise.resolve(c).then(function(d){return new Promise(function(f,_){let y=f;t.isImageBitmapLoader===!0&&(y=function(g){let m=new rn(g);m.needsUpdate=!0,f(m)}),t.load(cs.resolveURL(d,r.path),y,void 0,_)})})}let u=h.then(function(d){return l===!0&&a.revokeObjectURL(c),Bi(d,o),d.userData.mimeType=o.mimeType||gS(o.uri),d}).catch(function(d){throw console.error("THREE.GLTFLoader: Couldn't load texture",c),d});return this.sourceCache[e]=u,u}assignTexture(e,t,n,s){let r=this;return this.getDependency("texture",n.index).then(function(o){if(!o)return null;if(n.texCoord!==void 0&&n.texCoord>0&&(o=o.clone(),o.channel=n.texCoord),r.extensions[Je.KHR_TEXTURE_TRANSFORM]){let a=n.extensions!==void 0?n.extensions[Je.KHR_TEXTURE_TRANSFORM]:void 0;if(a){let c=r.associations.get(o);o=r.extensions[Je.KHR_TEXTURE_TRANSFORM].extendTexture(o,a),r.associations.set(o,c)}}return s!==void 0&&(o.colorSpace=s),e[t]=o,o})}assignFinalMaterial(e){let t=e.geometry,n=e.material,s=t.attributes.tangent===void 0,r=t.attributes.color!==void 0,o=t.attributes.normal===void 0;if(e.isPoints){let a="PointsMaterial:"+n.uuid,c=this.cache.get(a);c||(c=new bi,Xt.prototype.copy.call(c,n),c.color.copy(n.color),c.map=n.map,c.sizeAttenuation=!1,this.cache.add(a,c)),n=c}else if(e.isLine){let a="LineBasicMaterial:"+n.uuid,c=this.cache.get(a);c||(c=new Un,Xt.prototype.copy.call(c,n),c.color.copy(n.color),c.map=n.map,this.cache.add(a,c)),n=c}if(s||r||o){let a="ClonedMaterial:"+n.uuid+":";s&&(a+="derivative-tangents:"),r&&(a+="vertex-colors:"),o&&(a+="flat-shading:");let c=this.cache.get(a);c||(c=n.clone(),r&&(c.vertexColors=!0),o&&(c.flatShading=!0),s&&(c.normalScale&&(c.normalScale.y*=-1),c.clearcoatNormalScale&&(c.clearcoatNormalScale.y*=-1)),this.cache.add(a,c),this.associations.set(c,this.associations.get(n))),n=c}e.material=n}getMaterialType(){return si}loadMaterial(e){let t=this,n=this.json,s=this.extensions,r=n.materials[e],o,a={},c=r.extensions||{},l=[];if(c[Je.KHR_MATERIALS_UNLIT]){let u=s[Je.KHR_MATERIALS_UNLIT];o=u.getMaterialType(),l.push(u.extendParams(a,r,t))}else{let u=r.pbrMetallicRoughness||{};if(a.color=new pe(1,1,1),a.opacity=1,Array.isArray(u.baseColorFactor)){let d=u.baseColorFactor;a.color.setRGB(d[0],d[1],d[2],Nn),a.opacity=d[3]}u.baseColorTexture!==void 0&&l.push(t.assignTexture(a,"map",u.baseColorTexture,gt)),a.metalness=u.metallicFactor!==void 0?u.metallicFactor:1,a.roughness=u.roughnessFactor!==void 0?u.roughnessFactor:1,u.metallicRoughnessTexture!==void 0&&(l.push(t.assignTexture(a,"metalnessMap",u.metallicRoughnessTexture)),l.push(t.assignTexture(a,"roughnessMap",u.metallicRoughnessTexture))),o=this._invokeOne(function(d){return d.getMaterialType&&d.getMaterialType(e)}),l.push(Promise.all(this._invokeAll(function(d){return d.extendMaterialParams&&d.extendMaterialParams(e,a)})))}r.doubleSided===!0&&(a.side=pn);let h=r.alphaMode||yd.OPAQUE;if(h===yd.BLEND?(a.transparent=!0,a.depthWrite=!1):(a.transparent=!1,h===yd.MASK&&(a.alphaTest=r.alphaCutoff!==void 0?r.alphaCutoff:.5)),r.normalTexture!==void 0&&o!==vn&&(l.push(t.assignTexture(a,"normalMap",r.normalTexture)),a.normalScale=new Le(1,1),r.normalTexture.scale!==void 0)){let u=r.normalTexture.scale;a.normalScale.set(u,u)}if(r.occlusionTexture!==void 0&&o!==vn&&(l.push(t.assignTexture(a,"aoMap",r.occlusionTexture)),r.occlusionTexture.strength!==void 0&&(a.aoMapIntensity=r.occlusionTexture.strength)),r.emissiveFactor!==void 0&&o!==vn){let u=r.emissiveFactor;a.emissive=new pe().setRGB(u[0],u[1],u[2],Nn)}return r.emissiveTexture!==void 0&&o!==vn&&l.push(t.assignTexture(a,"emissiveMap",r.emissiveTexture,gt)),Promise.all(l).then(function(){let u=new o(a);return r.name&&(u.name=r.name),Bi(u,r),t.associations.set(u,{materials:e}),r.extensions&&vr(s,u,r),u})}createUniqueName(e){let t=Rt.sanitizeNodeName(e||"");return t in this.nodeNamesUsed?t+"_"+ ++this.nodeNamesUsed[t]:(this.nodeNamesUsed[t]=0,t)}loadGeometries(e){let t=this,n=this.extensions,s=this.primitiveCache;function r(a){return n[Je.KHR_DRACO_MESH_COMPRESSION].decodePrimitive(a,t).then(function(c){return Vg(c,a,t)})}let o=[];for(let a=0,c=e.length;a<c;a++){let l=e[a],h=mS(l),u=s[h];if(u)o.push(u.promise);else{let d;l.extensions&&l.extensions[Je.KHR_DRACO_MESH_COMPRESSION]?d=r(l):d=Vg(new It,l,t),l.mode===ui.TRIANGLE_STRIP?d=d.then(f=>xd(f,Ca)):l.mode===ui.TRIANGLE_FAN&&(d=d.then(f=>xd(f,fo))),s[h]={primitive:l,promise:d},o.push(d)}}return Promise.all(o)}loadMesh(e){let t=this,n=this.json,s=this.extensions,r=n.meshes[e],o=r.primitives,a=[];for(let c=0,l=o.length;c<l;c++){let h=o[c].material===void 0?dS(this.cache):this.getDependency("material",o[c].material);a.push(h)}return a.push(t.loadGeometries(o)),Promise.all(a).then(async function(c){let l=c.slice(0,c.length-1),h=c[c.length-1],u=[];for(let f=0,_=h.length;f<_;f++){let y=h[f],g=o[f],m,b=l[f];if(g.mode===ui.TRIANGLES||g.mode===ui.TRIANGLE_STRIP||g.mode===ui.TRIANGLE_FAN||g.mode===void 0){let M=r.isSkinnedMesh===!0,v=y.hasAttribute("skinIndex")&&y.hasAttribute("skinWeight");M&&v===!1&&console.warn("THREE.GLTFLoader: Missing skinIndex or skinWeight attributes. Skinning disabled."),m=M&&v?new jo(y,b):new dt(y,b),m.isSkinnedMesh===!0&&m.normalizeSkinWeights()}else if(g.mode===ui.LINES)m=new ni(y,b);else if(g.mode===ui.LINE_STRIP)m=new lr(y,b);else if(g.mode===ui.LINE_LOOP)m=new Qo(y,b);else if(g.mode===ui.POINTS)m=new is(y,b);else throw new Error("THREE.GLTFLoader: Primitive mode unsupported: "+g.mode);Object.keys(m.geometry.morphAttributes).length>0&&pS(m,r),m.name=t.createUniqueName(r.name||"mesh_"+e),Bi(m,r),g.extensions&&vr(s,m,g),t.assignFinalMaterial(m),u.push(m)}for(let f=0,_=u.length;f<_;f++)t.associations.set(u[f],{meshes:e,primitives:f});if(u.length===1)return r.extensions&&vr(s,u[0],r),u[0];let d=new xn;r.extensions&&vr(s,d,r),t.associations.set(d,{meshes:e});for(let f=0,_=u.length;f<_;f++)d.add(u[f]);return d})}loadCamera(e){let t,n=this.json.cameras[e],s=n[n.type];if(!s){console.warn("THREE.GLTFLoader: Missing camera parameters.");return}return n.type==="perspective"?t=new nn(qt.radToDeg(s.yfov),s.aspectRatio||1,s.znear||1,s.zfar||2e6):n.type==="orthographic"&&(t=new Mi(-s.xmag,s.xmag,s.ymag,-s.ymag,s.znear,s.zfar)),n.name&&(t.name=this.createUniqueName(n.name)),Bi(t,n),Promise.resolve(t)}loadSkin(e){let t=this.json.skins[e],n=[];for(let s=0,r=t.joints.length;s<r;s++)n.push(this._loadNodeShallow(t.joints[s]));return t.inverseBindMatrices!==void 0?n.push(this.getDependency("accessor",t.inverseBindMatrices)):n.push(null),Promise.all(n).then(function(s){let r=s.pop(),o=s,a=[],c=[];for(let l=0,h=o.length;l<h;l++){let u=o[l];if(u){a.push(u);let d=new We;r!==null&&d.fromArray(r.array,l*16),c.push(d)}else console.warn('THREE.GLTFLoader: Joint "%s" could not be found.',t.joints[l])}return new Jo(a,c)})}loadAnimation(e){let t=this.json,n=this,s=t.animations[e],r=s.name?s.name:"animation_"+e,o=[],a=[],c=[],l=[],h=[];for(let u=0,d=s.channels.length;u<d;u++){let f=s.channels[u],_=s.samplers[f.sampler],y=f.target,g=y.node,m=s.parameters!==void 0?s.parameters[_.input]:_.input,b=s.parameters!==void 0?s.parameters[_.output]:_.output;y.node!==void 0&&(o.push(this.getDependency("node",g)),a.push(this.getDependency("accessor",m)),c.push(this.getDependency("accessor",b)),l.push(_),h.push(y))}return Promise.all([Promise.all(o),Promise.all(a),Promise.all(c),Promise.all(l),Promise.all(h)]).then(function(u){let d=u[0],f=u[1],_=u[2],y=u[3],g=u[4],m=[];for(let M=0,v=d.length;M<v;M++){let E=d[M],A=f[M],x=_[M],S=y[M],L=g[M];if(E===void 0)continue;E.updateMatrix&&E.updateMatrix();let C=n._createAnimationTracks(E,A,x,S,L);if(C)for(let I=0;I<C.length;I++)m.push(C[I])}let b=new ua(r,void 0,m);return Bi(b,s),b})}createNodeMesh(e){let t=this.json,n=this,s=t.nodes[e];return s.mesh===void 0?null:n.getDependency("mesh",s.mesh).then(function(r){let o=n._getNodeRef(n.meshCache,s.mesh,r);return s.weights!==void 0&&o.traverse(function(a){if(a.isMesh)for(let c=0,l=s.weights.length;c<l;c++)a.morphTargetInfluences[c]=s.weights[c]}),o})}loadNode(e){let t=this.json,n=this,s=t.nodes[e],r=n._loadNodeShallow(e),o=[],a=s.children||[];for(let l=0,h=a.length;l<h;l++)o.push(n.getDependency("node",a[l]));let c=s.skin===void 0?Promise.resolve(null):n.getDependency("skin",s.skin);return Promise.all([r,Promise.all(o),c]).then(function(l){let h=l[0],u=l[1],d=l[2];d!==null&&h.traverse(function(f){f.isSkinnedMesh&&f.bind(d,_S)});for(let f=0,_=u.length;f<_;f++)h.add(u[f]);if(h.userData.pivot!==void 0&&u.length>0){let f=h.userData.pivot,_=u[0];h.pivot=new U().fromArray(f),h.position.x-=f[0],h.position.y-=f[1],h.position.z-=f[2],_.position.set(0,0,0),delete h.userData.pivot}return h})}_loadNodeShallow(e){let t=this.json,n=this.extensions,s=this;if(this.nodeCache[e]!==void 0)return this.nodeCache[e];let r=t.nodes[e],o=r.name?s.createUniqueName(r.name):"",a=[],c=s._invokeOne(function(l){return l.createNodeMesh&&l.createNodeMesh(e)});return c&&a.push(c),r.camera!==void 0&&a.push(s.getDependency("camera",r.camera).then(function(l){return s._getNodeRef(s.cameraCache,r.camera,l)})),s._invokeAll(function(l){return l.createNodeAttachment&&l.createNodeAttachment(e)}).forEach(function(l){a.push(l)}),this.nodeCache[e]=Promise.all(a).then(function(l){let h;if(r.isBone===!0?h=new to:l.length>1?h=new xn:l.length===1?h=l[0]:h=new Nt,h!==l[0])for(let u=0,d=l.length;u<d;u++)h.add(l[u]);if(r.name&&(h.userData.name=r.name,h.name=o),Bi(h,r),r.extensions&&vr(n,h,r),r.matrix!==void 0){let u=new We;u.fromArray(r.matrix),h.applyMatrix4(u)}else r.translation!==void 0&&h.position.fromArray(r.translation),r.rotation!==void 0&&h.quaternion.fromArray(r.rotation),r.scale!==void 0&&h.scale.fromArray(r.scale);if(!s.associations.has(h))s.associations.set(h,{});else if(r.mesh!==void 0&&s.meshCache.refs[r.mesh]>1){let u=s.associations.get(h);s.associations.set(h,{...u})}return s.associations.get(h).nodes=e,h}),this.nodeCache[e]}loadScene(e){let t=this.extensions,n=this.json.scenes[e],s=this,r=new xn;n.name&&(r.name=s.createUniqueName(n.name)),Bi(r,n),n.extensions&&vr(t,r,n);let o=n.nodes||[],a=[];for(let c=0,l=o.length;c<l;c++)a.push(s.getDependency("node",o[c]));return Promise.all(a).then(function(c){for(let h=0,u=c.length;h<u;h++){let d=c[h];d.parent!==null?r.add(Og(d)):r.add(d)}let l=h=>{let u=new Map;for(let[d,f]of s.associations)(d instanceof Xt||d instanceof rn)&&u.set(d,f);return h.traverse(d=>{let f=s.associations.get(d);f!=null&&u.set(d,f)}),u};return s.associations=l(r),r})}_createAnimationTracks(e,t,n,s,r){let o=[],a=e.name?e.name:e.uuid,c=[];function l(f){f.morphTargetInfluences&&c.push(f.name?f.name:f.uuid)}Os[r.path]===Os.weights?(l(e),e.isGroup&&e.children.forEach(l)):c.push(a);let h;switch(Os[r.path]){case Os.weights:h=os;break;case Os.rotation:h=as;break;case Os.translation:case Os.scale:h=Rs;break;default:n.itemSize===1?h=os:h=Rs;break}let u=s.interpolation!==void 0?hS[s.interpolation]:ir,d=this._getArrayFromAccessor(n);for(let f=0,_=c.length;f<_;f++){let y=new h(c[f]+"."+Os[r.path],t.array,d,u);s.interpolation==="CUBICSPLINE"&&this._createCubicSplineTrackInterpolant(y),o.push(y)}return o}_getArrayFromAccessor(e){let t=e.array;if(e.normalized){let n=qd(t.constructor),s=new Float32Array(t.length);for(let r=0,o=t.length;r<o;r++)s[r]=t[r]*n;t=s}return t}_createCubicSplineTrackInterpolant(e){e.createInterpolant=function(n){let s=this instanceof as?Wd:iu;return new s(this.times,this.values,this.getValueSize()/3,n)},e.createInterpolant.isInterpolantFactoryMethodGLTFCubicSpline=!0}};function xS(i,e,t){let n=e.attributes,s=new En;if(n.POSITION!==void 0){let a=t.json.accessors[n.POSITION],c=a.min,l=a.max;if(c!==void 0&&l!==void 0){if(s.set(new U(c[0],c[1],c[2]),new U(l[0],l[1],l[2])),a.normalized){let h=qd(yo[a.componentType]);s.min.multiplyScalar(h),s.max.multiplyScalar(h)}}else{console.warn("THREE.GLTFLoader: Missing min/max properties for accessor POSITION.");return}}else return;let r=e.targets;if(r!==void 0){let a=new U,c=new U;for(let l=0,h=r.length;l<h;l++){let u=r[l];if(u.POSITION!==void 0){let d=t.json.accessors[u.POSITION],f=d.min,_=d.max;if(f!==void 0&&_!==void 0){if(c.setX(Math.max(Math.abs(f[0]),Math.abs(_[0]))),c.setY(Math.max(Math.abs(f[1]),Math.abs(_[1]))),c.setZ(Math.max(Math.abs(f[2]),Math.abs(_[2]))),d.normalized){let y=qd(yo[d.componentType]);c.multiplyScalar(y)}a.max(c)}else console.warn("THREE.GLTFLoader: Missing min/max properties for accessor POSITION.")}}s.expandByVector(a)}i.boundingBox=s;let o=new Bn;s.getCenter(o.center),o.radius=s.min.distanceTo(s.max)/2,i.boundingSphere=o}function Vg(i,e,t){let n=e.attributes,s=[];function r(o,a){return t.getDependency("accessor",o).then(function(c){i.setAttribute(a,c)})}for(let o in n){let a=Xd[o]||o.toLowerCase();a in i.attributes||s.push(r(n[o],a))}if(e.indices!==void 0&&!i.index){let o=t.getDependency("accessor",e.indices).then(function(a){i.setIndex(a)});s.push(o)}return Ze.workingColorSpace!==Nn&&"COLOR_0"in n&&console.warn(`THREE.GLTFLoader: Converting vertex colors from "srgb-linear" to "${Ze.workingColorSpace}" not supported.`),Bi(i,e),xS(i,e,t),Promise.all(s).then(function(){return e.targets!==void 0?fS(i,e.targets,t):i})}var vS=/^[og]\s*(.+)?/,yS=/^mtllib /,bS=/^usemtl /,MS=/^usemap /,su=/\s+/,Gg=new U,Yd=new U,Wg=new U,Xg=new U,hi=new U,ru=new pe;function SS(){let i={objects:[],object:{},vertices:[],normals:[],colors:[],uvs:[],materials:{},materialLibraries:[],startObject:function(e,t){if(this.object&&this.object.fromDeclaration===!1){this.object.name=e,this.object.fromDeclaration=t!==!1;return}let n=this.object&&typeof this.object.currentMaterial=="function"?this.object.currentMaterial():void 0;if(this.object&&typeof this.object._finalize=="function"&&this.object._finalize(!0),this.object={name:e||"",fromDeclaration:t!==!1,geometry:{vertices:[],normals:[],colors:[],uvs:[],hasUVIndices:!1},materials:[],smooth:!0,startMaterial:function(s,r){let o=this._finalize(!1);o&&(o.inherited||o.groupCount<=0)&&this.materials.splice(o.index,1);let a={index:this.materials.length,name:s||"",mtllib:Array.isArray(r)&&r.length>0?r[r.length-1]:"",smooth:o!==void 0?o.smooth:this.smooth,groupStart:o!==void 0?o.groupEnd:0,groupEnd:-1,groupCount:-1,inherited:!1,clone:function(c){let l={index:typeof c=="number"?c:this.index,name:this.name,mtllib:this.mtllib,smooth:this.smooth,groupStart:0,groupEnd:-1,groupCount:-1,inherited:!1};return l.clone=this.clone.bind(l),l}};return this.materials.push(a),a},currentMaterial:function(){if(this.materials.length>0)return this.materials[this.materials.length-1]},_finalize:function(s){let r=this.currentMaterial();if(r&&r.groupEnd===-1&&(r.groupEnd=this.geometry.vertices.length/3,r.groupCount=r.groupEnd-r.groupStart,r.inherited=!1),s&&this.materials.length>1)for(let o=this.materials.length-1;o>=0;o--)this.materials[o].groupCount<=0&&this.materials.splice(o,1);return s&&this.materials.length===0&&this.materials.push({name:"",smooth:this.smooth}),r}},n&&n.name&&typeof n.clone=="function"){let s=n.clone(0);s.inherited=!0,this.object.materials.push(s)}this.objects.push(this.object)},finalize:function(){this.object&&typeof this.object._finalize=="function"&&this.object._finalize(!0)},parseVertexIndex:function(e,t){let n=parseInt(e,10);return(n>=0?n-1:n+t/3)*3},parseNormalIndex:function(e,t){let n=parseInt(e,10);return(n>=0?n-1:n+t/3)*3},parseUVIndex:function(e,t){let n=parseInt(e,10);return(n>=0?n-1:n+t/2)*2},addVertex:function(e,t,n){let s=this.vertices,r=this.object.geometry.vertices;r.push(s[e+0],s[e+1],s[e+2]),r.push(s[t+0],s[t+1],s[t+2]),r.push(s[n+0],s[n+1],s[n+2])},addVertexPoint:function(e){let t=this.vertices;this.object.geometry.vertices.push(t[e+0],t[e+1],t[e+2])},addVertexLine:function(e){let t=this.vertices;this.object.geometry.vertices.push(t[e+0],t[e+1],t[e+2])},addNormal:function(e,t,n){let s=this.normals,r=this.object.geometry.normals;r.push(s[e+0],s[e+1],s[e+2]),r.push(s[t+0],s[t+1],s[t+2]),r.push(s[n+0],s[n+1],s[n+2])},addFaceNormal:function(e,t,n){let s=this.vertices,r=this.object.geometry.normals;Gg.fromArray(s,e),Yd.fromArray(s,t),Wg.fromArray(s,n),hi.subVectors(Wg,Yd),Xg.subVectors(Gg,Yd),hi.cross(Xg),hi.normalize(),r.push(hi.x,hi.y,hi.z),r.push(hi.x,hi.y,hi.z),r.push(hi.x,hi.y,hi.z)},addColor:function(e,t,n){let s=this.colors,r=this.object.geometry.colors;s[e]!==void 0&&r.push(s[e+0],s[e+1],s[e+2]),s[t]!==void 0&&r.push(s[t+0],s[t+1],s[t+2]),s[n]!==void 0&&r.push(s[n+0],s[n+1],s[n+2])},addUV:function(e,t,n){let s=this.uvs,r=this.object.geometry.uvs;r.push(s[e+0],s[e+1]),r.push(s[t+0],s[t+1]),r.push(s[n+0],s[n+1])},addDefaultUV:function(){let e=this.object.geometry.uvs;e.push(0,0),e.push(0,0),e.push(0,0)},addUVLine:function(e){let t=this.uvs;this.object.geometry.uvs.push(t[e+0],t[e+1])},addFace:function(e,t,n,s,r,o,a,c,l){let h=this.vertices.length,u=this.parseVertexIndex(e,h),d=this.parseVertexIndex(t,h),f=this.parseVertexIndex(n,h);if(this.addVertex(u,d,f),this.addColor(u,d,f),a!==void 0&&a!==""){let _=this.normals.length;u=this.parseNormalIndex(a,_),d=this.parseNormalIndex(c,_),f=this.parseNormalIndex(l,_),this.addNormal(u,d,f)}else this.addFaceNormal(u,d,f);if(s!==void 0&&s!==""){let _=this.uvs.length;u=this.parseUVIndex(s,_),d=this.parseUVIndex(r,_),f=this.parseUVIndex(o,_),this.addUV(u,d,f),this.object.geometry.hasUVIndices=!0}else this.addDefaultUV()},addPointGeometry:function(e){this.object.geometry.type="Points";let t=this.vertices.length;for(let n=0,s=e.length;n<s;n++){let r=this.parseVertexIndex(e[n],t);this.addVertexPoint(r),this.addColor(r)}},addLineGeometry:function(e,t){this.object.geometry.type="Line";let n=this.vertices.length,s=this.uvs.length;for(let r=0,o=e.length-1;r<o;r++)this.addVertexLine(this.parseVertexIndex(e[r],n)),this.addVertexLine(this.parseVertexIndex(e[r+1],n));for(let r=0,o=t.length-1;r<o;r++)this.addUVLine(this.parseUVIndex(t[r],s)),this.addUVLine(this.parseUVIndex(t[r+1],s))}};return i.startObject("",!1),i}var ou=class extends Rn{constructor(e){super(e),this.materials=null}load(e,t,n,s){let r=this,o=new ri(this.manager);o.setPriority(this.priority),o.setCache(this.cache),o.setPath(this.path),o.setRequestHeader(this.requestHeader),o.setWithCredentials(this.withCredentials),o.load(e,function(a){try{t(r.parse(a))}catch(c){s?s(c):console.error(c),r.manager.itemError(e)}},n,s)}setMaterials(e){return this.materials=e,this}parse(e){let t=new SS;e.indexOf(`\r
`)!==-1&&(e=e.replace(/\r\n/g,`
`)),e.indexOf(`\\
`)!==-1&&(e=e.replace(/\\\n/g,""));let n=e.split(`
`),s=[];for(let a=0,c=n.length;a<c;a++){let l=n[a].trimStart();if(l.length===0)continue;let h=l.charAt(0);if(h!=="#")if(h==="v"){let u=l.split(su);switch(u[0]){case"v":t.vertices.push(parseFloat(u[1]),parseFloat(u[2]),parseFloat(u[3])),u.length>=7?(ru.setRGB(parseFloat(u[4]),parseFloat(u[5]),parseFloat(u[6]),gt),t.colors.push(ru.r,ru.g,ru.b)):t.colors.push(void 0,void 0,void 0);break;case"vn":t.normals.push(parseFloat(u[1]),parseFloat(u[2]),parseFloat(u[3]));break;case"vt":t.uvs.push(parseFloat(u[1]),parseFloat(u[2]));break}}else if(h==="f"){let d=l.slice(1).trim().split(su),f=[];for(let y=0,g=d.length;y<g;y++){let m=d[y];if(m.length>0){let b=m.split("/");f.push(b)}}let _=f[0];for(let y=1,g=f.length-1;y<g;y++){let m=f[y],b=f[y+1];t.addFace(_[0],m[0],b[0],_[1],m[1],b[1],_[2],m[2],b[2])}}else if(h==="l"){let u=l.substring(1).trim().split(su),d=[],f=[];if(l.indexOf("/")===-1)d=u;else for(let _=0,y=u.length;_<y;_++){let g=u[_].split("/");g[0]!==""&&d.push(g[0]),g[1]!==""&&f.push(g[1])}t.addLineGeometry(d,f)}else if(h==="p"){let d=l.slice(1).trim().split(su);t.addPointGeometry(d)}else if((s=vS.exec(l))!==null){let u=(" "+s[0].slice(1).trim()).slice(1);t.startObject(u)}else if(bS.test(l))t.object.startMaterial(l.substring(7).trim(),t.materialLibraries);else if(yS.test(l))t.materialLibraries.push(l.substring(7).trim());else if(MS.test(l))console.warn('THREE.OBJLoader: Rendering identifier "usemap" not supported. Textures must be defined in MTL files.');else if(h==="s"){if(s=l.split(" "),s.length>1){let d=s[1].trim().toLowerCase();t.object.smooth=d!=="0"&&d!=="off"}else t.object.smooth=!0;let u=t.object.currentMaterial();u&&(u.smooth=t.object.smooth)}else{if(l==="\0")continue;console.warn('THREE.OBJLoader: Unexpected line: "'+l+'"')}}t.finalize();let r=new xn;if(r.materialLibraries=[].concat(t.materialLibraries),!(t.objects.length===1&&t.objects[0].geometry.vertices.length===0)===!0)for(let a=0,c=t.objects.length;a<c;a++){let l=t.objects[a],h=l.geometry,u=l.materials,d=h.type==="Line",f=h.type==="Points",_=!1;if(h.vertices.length===0)continue;let y=new It;y.setAttribute("position",new at(h.vertices,3)),h.normals.length>0&&y.setAttribute("normal",new at(h.normals,3)),h.colors.length>0&&(_=!0,y.setAttribute("color",new at(h.colors,3))),h.hasUVIndices===!0&&y.setAttribute("uv",new at(h.uvs,2));let g=[];for(let b=0,M=u.length;b<M;b++){let v=u[b],E=v.name+"_"+v.smooth+"_"+_,A=t.materials[E];if(this.materials!==null){if(A=this.materials.create(v.name),d&&A&&!(A instanceof Un)){let x=new Un;Xt.prototype.copy.call(x,A),x.color.copy(A.color),A=x}else if(f&&A&&!(A instanceof bi)){let x=new bi({size:10,sizeAttenuation:!1});Xt.prototype.copy.call(x,A),x.color.copy(A.color),x.map=A.map,A=x}}A===void 0&&(d?A=new Un:f?A=new bi({size:1,sizeAttenuation:!1}):A=new ra,A.name=v.name,A.flatShading=!v.smooth,A.vertexColors=_,t.materials[E]=A),g.push(A)}let m;if(g.length>1){for(let b=0,M=u.length;b<M;b++){let v=u[b];y.addGroup(v.groupStart,v.groupCount,b)}d?m=new ni(y,g):f?m=new is(y,g):m=new dt(y,g)}else d?m=new ni(y,g[0]):f?m=new is(y,g[0]):m=new dt(y,g[0]);m.name=l.name,r.add(m)}else if(t.vertices.length>0){let a=new bi({size:1,sizeAttenuation:!1}),c=new It;c.setAttribute("position",new at(t.vertices,3)),t.colors.length>0&&t.colors[0]!==void 0&&(c.setAttribute("color",new at(t.colors,3)),a.vertexColors=!0);let l=new is(c,a);r.add(l)}return r}};var Ti=new pe,au=class extends Rn{constructor(e){super(e),this.propertyNameMapping={},this.customPropertyMapping={}}load(e,t,n,s){let r=this,o=new ri(this.manager);o.setPriority(this.priority),o.setCache(this.cache),o.setPath(this.path),o.setResponseType("arraybuffer"),o.setRequestHeader(this.requestHeader),o.setWithCredentials(this.withCredentials),o.load(e,function(a){try{t(r.parse(a))}catch(c){s?s(c):console.error(c),r.manager.itemError(e)}},n,s)}setPropertyNameMapping(e){this.propertyNameMapping=e}setCustomPropertyNameMapping(e){this.customPropertyMapping=e}parse(e){function t(M,v=0){let E=/^ply([\s\S]*)end_header(\r\n|\r|\n)/,A="",x=E.exec(M);x!==null&&(A=x[1]);let S={comments:[],elements:[],headerLength:v,objInfo:""},L=A.split(/\r\n|\r|\n/),C;function I(O,k){let P={type:O[0]};return P.type==="list"?(P.name=O[3],P.countType=O[1],P.itemType=O[2]):P.name=O[1],P.name in k&&(P.name=k[P.name]),P}for(let O=0;O<L.length;O++){let k=L[O];if(k=k.trim(),k==="")continue;let P=k.split(/\s+/),G=P.shift();switch(k=P.join(" "),G){case"format":S.format=P[0],S.version=P[1];break;case"comment":S.comments.push(k);break;case"element":C!==void 0&&S.elements.push(C),C={},C.name=P[0],C.count=parseInt(P[1]),C.properties=[];break;case"property":C.properties.push(I(P,b.propertyNameMapping));break;case"obj_info":S.objInfo=k;break;default:console.log("unhandled",G,P)}}return C!==void 0&&S.elements.push(C),S}function n(M,v){switch(v){case"char":case"uchar":case"short":case"ushort":case"int":case"uint":case"int8":case"uint8":case"int16":case"uint16":case"int32":case"uint32":return parseInt(M);case"float":case"double":case"float32":case"float64":return parseFloat(M)}}function s(M,v){let E={};for(let A=0;A<M.length;A++){if(v.empty())return null;if(M[A].type==="list"){let x=[],S=n(v.next(),M[A].countType);for(let L=0;L<S;L++){if(v.empty())return null;x.push(n(v.next(),M[A].itemType))}E[M[A].name]=x}else E[M[A].name]=n(v.next(),M[A].type)}return E}function r(){let M={indices:[],vertices:[],normals:[],uvs:[],faceVertexUvs:[],colors:[],faceVertexColors:[],descriptors:{}};for(let v of Object.keys(b.customPropertyMapping))M[v]=[];return M}function o(M){switch(M){case"int8":case"char":return $o;case"uint8":case"uchar":return Yo;case"int16":case"short":return Ko;case"uint16":case"ushort":return rr;case"int32":case"int":return Zo;case"uint32":case"uint":return or;case"float32":case"float":return at;case"float64":case"double":return Kd}}function a(M){switch(M){case"uchar":case"uint8":return 1/255;case"ushort":case"uint16":return 1/65535;case"float":case"float32":case"double":case"float64":return 1;default:return 1/255}}function c(M){return M==="float"||M==="float32"||M==="double"||M==="float64"}function l(M){function v(ee){for(let q of ee){let Q=M.find(te=>te.name===q);if(Q)return Q}return null}let E=v(["x","px","posx"]),A=v(["y","py","posy"]),x=v(["z","pz","posz"]),S=v(["nx","normalx"]),L=v(["ny","normaly"]),C=v(["nz","normalz"]),I=v(["s","u","texture_u","tx"]),O=v(["t","v","texture_v","ty"]),k=v(["red","diffuse_red","r","diffuse_r"]),P=v(["green","diffuse_green","g","diffuse_g"]),G=v(["blue","diffuse_blue","b","diffuse_b"]),X=v(["texcoord"]),H={};for(let ee of Object.keys(b.customPropertyMapping)){let Q=b.customPropertyMapping[ee].map(De=>M.find(K=>K.name===De)),te=Q.filter(De=>De).map(De=>De.type),Ae=te.length>0&&te.every(De=>De===te[0]);H[ee]={type:Ae?te[0]:"float32",usage:Q.every(De=>De!==void 0)}}return{position:{names:[E?E.name:"x",A?A.name:"y",x?x.name:"z"],type:E?E.type:"float32",usage:!!(E&&A&&x)},normal:{names:[S?S.name:"nx",L?L.name:"ny",C?C.name:"nz"],type:S?S.type:"float32",usage:!!(S&&L&&C)},uv:{names:[I?I.name:"s",O?O.name:"t"],type:I?I.type:"float32",usage:!!(I&&O)},texcoord:{type:X?X.itemType:"float32",usage:!!X},color:{names:[k?k.name:"red",P?P.name:"green",G?G.name:"blue"],type:k?k.type:"uchar",usage:!!(k&&P&&G)},custom:H}}function h(M,v){let E=r(),A=/end_header\s+(\S[\s\S]*\S|\S)\s*$/,x,S;(S=A.exec(M))!==null?x=S[1].split(/\s+/):x=[];let L=new Zd(x);e:for(let C=0;C<v.elements.length;C++){let I=v.elements[C],O=l(I.properties);E.descriptors[I.name]=O;for(let k=0;k<I.count;k++){let P=s(I.properties,L);if(!P)break e;d(E,I.name,P,O)}}return u(E)}function u(M){let v=new It,E=M.descriptors.vertex;M.indices.length>0&&v.setIndex(M.indices);let A=o(E?E.position.type:"float32");if(v.setAttribute("position",new A(M.vertices,3)),M.normals.length>0){let x=o(E.normal.type);v.setAttribute("normal",new x(M.normals,3))}if(M.uvs.length>0){let x=o(E.uv.type);v.setAttribute("uv",new x(M.uvs,2))}if(M.colors.length>0){let x=E.color.type,S=!c(x),L=o(x);v.setAttribute("color",new L(M.colors,3,S))}for(let x of Object.keys(b.customPropertyMapping))if(M[x].length>0){let S=o(E.custom[x].type);v.setAttribute(x,new S(M[x],b.customPropertyMapping[x].length))}if(M.faceVertexUvs.length>0||M.faceVertexColors.length>0){if(v=v.toNonIndexed(),M.faceVertexUvs.length>0){let x=o(M.descriptors.face.texcoord.type);v.setAttribute("uv",new x(M.faceVertexUvs,2))}if(M.faceVertexColors.length>0){let x=M.descriptors.face.color.type,S=!c(x),L=o(x);v.setAttribute("color",new L(M.faceVertexColors,3,S))}}return v.computeBoundingSphere(),v}function d(M,v,E,A){if(v==="vertex"){let{position:x,normal:S,uv:L,color:C}=A;if(x.usage&&M.vertices.push(E[x.names[0]],E[x.names[1]],E[x.names[2]]),S.usage&&M.normals.push(E[S.names[0]],E[S.names[1]],E[S.names[2]]),L.usage&&M.uvs.push(E[L.names[0]],E[L.names[1]]),C.usage){let I=a(C.type),O=c(C.type);Ti.setRGB(E[C.names[0]]*I,E[C.names[1]]*I,E[C.names[2]]*I,gt);let k=1/I;M.colors.push(O?Ti.r:Math.round(Ti.r*k),O?Ti.g:Math.round(Ti.g*k),O?Ti.b:Math.round(Ti.b*k))}for(let I of Object.keys(b.customPropertyMapping))for(let O of b.customPropertyMapping[I])M[I].push(E[O])}else if(v==="face"){let x=E.vertex_indices||E.vertex_index,S=E.texcoord;x.length===3?(M.indices.push(x[0],x[1],x[2]),S&&S.length===6&&(M.faceVertexUvs.push(S[0],S[1]),M.faceVertexUvs.push(S[2],S[3]),M.faceVertexUvs.push(S[4],S[5]))):x.length===4&&(M.indices.push(x[0],x[1],x[2]),M.indices.push(x[0],x[2],x[3]),S&&S.length===8&&(M.faceVertexUvs.push(S[0],S[1]),M.faceVertexUvs.push(S[2],S[3]),M.faceVertexUvs.push(S[4],S[5]),M.faceVertexUvs.push(S[0],S[1]),M.faceVertexUvs.push(S[4],S[5]),M.faceVertexUvs.push(S[6],S[7])));let{color:L}=A;if(L.usage){let C=a(L.type);Ti.setRGB(E[L.names[0]]*C,E[L.names[1]]*C,E[L.names[2]]*C,gt);let I=1/C,O=Ti.r*I,k=Ti.g*I,P=Ti.b*I;M.faceVertexColors.push(O,k,P),M.faceVertexColors.push(O,k,P),M.faceVertexColors.push(O,k,P),x.length===4&&(M.faceVertexColors.push(O,k,P),M.faceVertexColors.push(O,k,P),M.faceVertexColors.push(O,k,P))}}}function f(M,v){let E={},A=0;for(let x=0;x<v.length;x++){let S=v[x],L=S.valueReader;if(S.type==="list"){let C=[],I=S.countReader.read(M+A);A+=S.countReader.size;for(let O=0;O<I;O++)C.push(L.read(M+A)),A+=L.size;E[S.name]=C}else E[S.name]=L.read(M+A),A+=L.size}return[E,A]}function _(M,v,E){function A(x,S,L){switch(S){case"int8":case"char":return{read:C=>x.getInt8(C),size:1};case"uint8":case"uchar":return{read:C=>x.getUint8(C),size:1};case"int16":case"short":return{read:C=>x.getInt16(C,L),size:2};case"uint16":case"ushort":return{read:C=>x.getUint16(C,L),size:2};case"int32":case"int":return{read:C=>x.getInt32(C,L),size:4};case"uint32":case"uint":return{read:C=>x.getUint32(C,L),size:4};case"float32":case"float":return{read:C=>x.getFloat32(C,L),size:4};case"float64":case"double":return{read:C=>x.getFloat64(C,L),size:8}}}for(let x=0,S=M.length;x<S;x++){let L=M[x];L.type==="list"?(L.countReader=A(v,L.countType,E),L.valueReader=A(v,L.itemType,E)):L.valueReader=A(v,L.type,E)}}function y(M,v){let E=r(),A=v.format==="binary_little_endian",x=new DataView(M,v.headerLength),S,L=0;for(let C=0;C<v.elements.length;C++){let I=v.elements[C],O=I.properties,k=l(O);E.descriptors[I.name]=k,_(O,x,A);for(let P=0;P<I.count;P++){S=f(L,O),L+=S[1];let G=S[0];d(E,I.name,G,k)}}return u(E)}function g(M){let v=0,E=!0,A="",x=[],S=new TextDecoder().decode(M.subarray(0,5)),L=/^ply\r\n/.test(S);do{let C=String.fromCharCode(M[v++]);C!==`
`&&C!=="\r"?A+=C:(A==="end_header"&&(E=!1),A!==""&&(x.push(A),A=""))}while(E&&v<M.length);return L===!0&&v++,{headerText:x.join("\r")+"\r",headerLength:v}}let m,b=this;if(e instanceof ArrayBuffer){let M=new Uint8Array(e),{headerText:v,headerLength:E}=g(M),A=t(v,E);if(A.format==="ascii"){let x=new TextDecoder().decode(M);m=h(x,A)}else m=y(e,A)}else m=h(e,t(e));return m}},Kd=class extends wt{constructor(e,t,n){super(new Float64Array(e),t,n)}},Zd=class{constructor(e){this.arr=e,this.i=0}empty(){return this.i>=this.arr.length}next(){return this.arr[this.i++]}};var lu=class extends Rn{constructor(e){super(e)}load(e,t,n,s){let r=this,o=new ri(this.manager);o.setPriority(this.priority),o.setCache(this.cache),o.setPath(this.path),o.setResponseType("arraybuffer"),o.setRequestHeader(this.requestHeader),o.setWithCredentials(this.withCredentials),o.load(e,function(a){try{t(r.parse(a))}catch(c){s?s(c):console.error(c),r.manager.itemError(e)}},n,s)}parse(e){function t(l){let h=new DataView(l),u=32/8*3+32/8*3*3+16/8,d=h.getUint32(80,!0);if(80+32/8+d*u===h.byteLength)return!0;let _=[115,111,108,105,100];for(let y=0;y<5;y++)if(n(_,h,y))return!1;return!0}function n(l,h,u){for(let d=0,f=l.length;d<f;d++)if(l[d]!==h.getUint8(u+d))return!1;return!0}function s(l){let h=new DataView(l),u=h.getUint32(80,!0),d,f,_,y=!1,g,m,b,M,v;for(let I=0;I<=70;I++)h.getUint32(I,!1)==1129270351&&h.getUint8(I+4)==82&&h.getUint8(I+5)==61&&(y=!0,g=new Float32Array(u*3*3),m=h.getUint8(I+6)/255,b=h.getUint8(I+7)/255,M=h.getUint8(I+8)/255,v=h.getUint8(I+9)/255);let E=84,A=50,x=new It,S=new Float32Array(u*3*3),L=new Float32Array(u*3*3),C=new pe;for(let I=0;I<u;I++){let O=E+I*A,k=h.getFloat32(O,!0),P=h.getFloat32(O+4,!0),G=h.getFloat32(O+8,!0);if(y){let X=h.getUint16(O+48,!0);(X&32768)===0?(d=(X&31)/31,f=(X>>5&31)/31,_=(X>>10&31)/31):(d=m,f=b,_=M)}for(let X=1;X<=3;X++){let H=O+X*12,ee=I*3*3+(X-1)*3;S[ee]=h.getFloat32(H,!0),S[ee+1]=h.getFloat32(H+4,!0),S[ee+2]=h.getFloat32(H+8,!0),L[ee]=k,L[ee+1]=P,L[ee+2]=G,y&&(C.setRGB(d,f,_,gt),g[ee]=C.r,g[ee+1]=C.g,g[ee+2]=C.b)}}return x.setAttribute("position",new wt(S,3)),x.setAttribute("normal",new wt(L,3)),y&&(x.setAttribute("color",new wt(g,3)),x.hasColors=!0,x.alpha=v),x}function r(l){let h=new It,u=/solid([\s\S]*?)endsolid/g,d=/facet([\s\S]*?)endfacet/g,f=/solid\s(.+)/,_=0,y=/[\s]+([+-]?(?:\d*)(?:\.\d*)?(?:[eE][+-]?\d+)?)/.source,g=new RegExp("vertex"+y+y+y,"g"),m=new RegExp("normal"+y+y+y,"g"),b=[],M=[],v=[],E=new U,A,x=0,S=0,L=0;for(;(A=u.exec(l))!==null;){S=L;let C=A[0],I=(A=f.exec(C))!==null?A[1]:"";for(v.push(I);(A=d.exec(C))!==null;){let P=0,G=0,X=A[0];for(;(A=m.exec(X))!==null;)E.x=parseFloat(A[1]),E.y=parseFloat(A[2]),E.z=parseFloat(A[3]),G++;for(;(A=g.exec(X))!==null;)b.push(parseFloat(A[1]),parseFloat(A[2]),parseFloat(A[3])),M.push(E.x,E.y,E.z),P++,L++;G!==1&&console.error("THREE.STLLoader: Something isn't right with the normal of face number "+_),P!==3&&console.error("THREE.STLLoader: Something isn't right with the vertices of face number "+_),_++}let O=S,k=L-S;h.userData.groupNames=v,h.addGroup(O,k,x),x++}return h.setAttribute("position",new at(b,3)),h.setAttribute("normal",new at(M,3)),h}function o(l){return typeof l!="string"?new TextDecoder().decode(l):l}function a(l){if(typeof l=="string"){let h=new Uint8Array(l.length);for(let u=0;u<l.length;u++)h[u]=l.charCodeAt(u)&255;return h.buffer||h}else return l}let c=a(e);return t(c)?s(c):r(o(e))}};var qg=["glb","obj","ply","stl"],$g=i=>i.split(".").pop().toLowerCase();async function Yg(i,e){let t=i instanceof ArrayBuffer?i:i.slice().buffer;if(e==="glb")return(await new tu().parseAsync(t,"")).scene;if(e==="obj")return new ou().parse(new TextDecoder().decode(t));let n=e==="ply"?new au().parse(t):new lu().parse(t);n.attributes.normal||n.computeVertexNormals();let s=new si({color:12169896,roughness:.8,vertexColors:!!n.attributes.color});n.attributes.color&&s.color.set(16777215);let r=new xn;return r.add(new dt(n,s)),e==="stl"&&(r.rotation.x=-Math.PI/2),r}var Gn=128,wS=1.9,TS=.55,AS=.36;function Kg(i,e,t,n){let s=Math.max(t.x,t.z)*wS,r=new Mi(-s,s,s,-s,0,Math.min(2*t.y,TS)+.001);r.position.set(0,-t.y-.001,0),r.up.set(0,0,1),r.lookAt(new U(0,1,0));let o=new Dn(Gn,Gn),a={override:e.overrideMaterial,alpha:i.getClearAlpha(),color:i.getClearColor(new pe),target:i.getRenderTarget(),planes:i.clippingPlanes},c=new io({side:2});e.overrideMaterial=c;let l=n.map(b=>b.visible);n.forEach(b=>{b.visible=!1}),i.clippingPlanes=[],i.setRenderTarget(o),i.setScissorTest(!1),i.setViewport(0,0,Gn,Gn),i.setClearColor(0,1),i.clear(),i.render(e,r);let h=new Uint8Array(4*Gn*Gn);i.readRenderTargetPixels(o,0,0,Gn,Gn,h),i.setRenderTarget(a.target),i.setClearColor(a.color,a.alpha),i.setScissorTest(!0),i.clippingPlanes=a.planes,e.overrideMaterial=a.override,n.forEach((b,M)=>{b.visible=l[M]}),o.dispose(),c.dispose();let u=document.createElement("canvas");u.width=u.height=Gn;let d=new ImageData(Gn,Gn);for(let b=0;b<Gn*Gn;b++)d.data[4*b+3]=h[4*b];u.getContext("2d").putImageData(d,0,0);let f=document.createElement("canvas");f.width=f.height=Gn;let _=f.getContext("2d");_.filter="blur(9px)",_.drawImage(u,0,0),_.filter="blur(2px)",_.globalAlpha=.5,_.drawImage(u,0,0);let y=new Es(f),g=new vn({map:y,color:1708554,transparent:!0,opacity:AS,depthWrite:!1,toneMapped:!1}),m=new dt(new cr(2*s,2*s),g);return m.rotation.x=-Math.PI/2,m.scale.y=-1,g.side=2,m.position.y=-t.y-2e-4,m.renderOrder=-1,m}var ES={m:1,cm:.01,mm:.001};function Zg(i){return i<.02?"mm":i<1?"cm":"m"}function cu(i,e){let t=i/ES[e],n=t>=100?0:t>=10?1:t>=1?2:3;return`${t.toLocaleString("en",{minimumFractionDigits:0,maximumFractionDigits:n})} ${e}`}function jg(i){return 10**Math.floor(Math.log10(Math.max(i,1e-9)))}var RS=1,uu=class{constructor({key:e,label:t="",note:n=""}){Object.assign(this,{key:e,label:t,note:n,problem:"",faces:0,vertices:0}),this.scene=new ts,this.meshes=[],this.center=new U,this.extent=new U,this.radius=RS,this.lines=new Un({transparent:!0}),this.light=new dr(16777215,2),this.fill=new pa(16777215,.1),this.scene.add(this.light,this.fill)}add(e){let t=new En().setFromObject(e,!0);if(t.isEmpty())throw new Error("it holds no triangles");t.getSize(this.extent),t.getCenter(this.center),this.radius=Math.max(this.extent.length()/2,1e-12),this.group=new xn,this.group.scale.setScalar(1/this.radius),this.group.position.copy(this.center).multiplyScalar(-1/this.radius),this.group.add(e),this.scene.add(this.group),e.traverse(o=>{if(!o.isMesh)return;let{geometry:a}=o;a.attributes.normal||a.computeVertexNormals(),this.vertices+=a.attributes.position.count,this.faces+=Math.round((a.index?a.index.count:a.attributes.position.count)/3),this.meshes.push({node:o,original:o.material,made:{}})});let n=this.extent.clone().multiplyScalar(.5/this.radius);this.half=n,this.frameBox=new xa(new En(n.clone().negate(),n)),this.frameBox.material.dispose(),this.frameBox.material=new Un({transparent:!0,opacity:.45}),this.scene.add(this.frameBox);let s=jg(Math.max(this.extent.x,this.extent.z))/this.radius,r=Math.min(60,Math.max(4,2*Math.ceil(1.6/s)));this.grid=new _a(r*s,r,8947848,8947848),Object.assign(this.grid.material,{transparent:!0,opacity:.28,depthWrite:!1}),this.grid.position.y=-n.y-1e-4,this.scene.add(this.grid)}addShadow(e){this.group&&(this.shadow=Kg(e,this.scene,this.half,[this.frameBox,this.grid]),this.scene.add(this.shadow))}apply(e,t,n){for(let r of this.meshes)r.made[e.shading]??=Ig(r.original,e.shading,r.node.geometry),r.node.material=r.made[e.shading],e.wire>0&&!r.wires&&(r.wires=new ni(new sa(r.node.geometry),this.lines),r.node.add(r.wires)),r.wires&&(r.wires.visible=e.wire>0);this.lines.opacity=e.wire,this.lines.color.copy(n),this.frameBox&&(this.frameBox.visible=!!e.dimensions,this.frameBox.material.color.copy(n),this.grid.visible=e.grid,this.grid.material.color=new pe(n)),this.shadow&&(this.shadow.visible=!e.section&&t.position.y>-this.half.y);let s=Math.atan2(t.position.x,t.position.z)+qt.degToRad(e.light);this.light.position.set(Math.sin(s),.9,Math.cos(s)).multiplyScalar(10),this.light.intensity=1.35*e.strength,this.scene.environmentIntensity=.2+.32*e.strength}dimensions(e,t){if(!this.half)return[];let{half:n,extent:s}=this,r=Math.sign(e.position.x)||1,o=Math.sign(e.position.z)||1,a=t==="auto"?Zg(Math.max(s.x,s.y,s.z)):t;return[[new U(0,-n.y,o*n.z),`W ${cu(s.x,a)}`],[new U(r*n.x,0,-o*n.z),`H ${cu(s.y,a)}`],[new U(r*n.x,-n.y,0),`D ${cu(s.z,a)}`]]}dispose(){for(let e of this.meshes){e.node.geometry.dispose(),e.wires?.geometry.dispose();for(let t of new Set([e.original,...Object.values(e.made)]))for(let n of[t].flat()){for(let s of Object.values(n))s?.isTexture&&!s.isShared&&s.dispose();n.dispose()}}this.shadow?.material.map.dispose(),this.lines.dispose()}};var hu=30,CS=220,PS={azimuth:35,elevation:18},IS=.94,LS=45,NS=9,jd={shading:"lit",wire:0,environment:"studio",background:"plaster",grid:!1,dimensions:"",ortho:!1,section:null,turn:!0,light:35,strength:1},du=class{constructor(e,{onCamera:t,onRest:n,onDraw:s,onProblem:r}={}){Object.assign(this,{root:e,onCamera:t,onRest:n,onDraw:s,onProblem:r}),this.state={...jd},this.models=[],this.keys="",this.insets={left:0,top:0,right:0,bottom:0},this.colors={ground:new pe(15723492),ink:new pe(2301723)},this.still=window.matchMedia("(prefers-reduced-motion: reduce)"),this.touched=!1,this.cost=0,this.renderer=new Yc({antialias:!0,alpha:!0,powerPreference:"low-power"}),this.renderer.outputColorSpace=gt,this.renderer.setScissorTest(!0),this.renderer.autoClear=!1,this.canvas=this.renderer.domElement,Object.assign(this.canvas,{className:"bz-canvas",tabIndex:0}),this.canvas.setAttribute("role","application"),e.append(this.canvas),this.environment=Jc(this.renderer,this.state.environment),this.camera=new nn(hu,1,.01,100),this.flat=new Mi(-1,1,1,-1,.01,100),this.controls=new eu(this.camera,this.canvas),Object.assign(this.controls,{enableDamping:!0,dampingFactor:.14,minDistance:.2,maxDistance:30}),this.controls.addEventListener("change",()=>this.draw()),this.controls.addEventListener("start",()=>{this.touched=!0}),this.canvas.style.touchAction="pan-y",this.canvas.addEventListener("keydown",o=>this.key(o)),this.canvas.addEventListener("dblclick",o=>this.focusAt(o)),this.canvas.addEventListener("webglcontextlost",o=>o.preventDefault()),this.canvas.addEventListener("webglcontextrestored",()=>this.restore()),this.home(),this.observer=new ResizeObserver(()=>this.draw()),this.observer.observe(e)}restore(){this.environment=Jc(this.renderer,this.state.environment);for(let e of this.models)e.scene.environment=this.environment,e.shadow&&e.scene.remove(e.shadow),e.addShadow(this.renderer);this.draw()}async show(e,{keep:t=!1}={}){let n=e.map(r=>r.key).join(`
`);if(n===this.keys)return;this.keys=n;let s=await Promise.all(e.map(r=>this.load(r)));if(n!==this.keys){for(let r of s)r.dispose();return}for(let r of this.models)r.dispose();this.models=s,this.touched=t,t||this.home(),this.root.dataset.models=String(s.filter(r=>!r.problem).length),this.draw()}clear(){this.keys="";for(let e of this.models)e.dispose();this.models=[],this.root.dataset.models="0",this.draw()}async load(e){let t=new uu(e);try{t.add(await Yg(await e.data,e.kind||"glb")),t.scene.environment=this.environment,t.addShadow(this.renderer)}catch(n){t.problem=n&&n.message?n.message:String(n),this.onProblem?.(t)}return t}set(e){let t=this.state;if(this.state={...t,...e},this.state.environment!==t.environment){this.environment.dispose(),this.environment=Jc(this.renderer,this.state.environment);for(let n of this.models)n.scene.environment=this.environment}this.draw()}setInsets(e){JSON.stringify(e)!==JSON.stringify(this.insets)&&(this.insets=e,this.draw())}setColors({ground:e,ink:t}){this.colors={ground:new pe(e),ink:new pe(t)},this.draw()}free(){let{left:e,top:t,right:n,bottom:s}=this.insets,r=Math.max(60,this.root.clientWidth-e-n);return[e,t,r,Math.max(60,this.root.clientHeight-t-s)]}draw(){this.frame||this.gone||(this.frame=requestAnimationFrame(e=>{this.frame=0;let t=this.last?Math.min(.1,(e-this.last)/1e3):0,n=this.turns();n&&this.orbit(-qt.degToRad(NS)*t,0);let s=this.controls.update()||n,r=performance.now();this.paint(),this.renderer.getContext().flush(),this.cost=.8*this.cost+.2*(performance.now()-r),this.interval=this.last&&s?.8*(this.interval||16)+.2*(e-this.last):this.interval,this.last=s?e:0,s&&this.draw()}))}turns(){return this.state.turn&&!this.touched&&!this.still.matches&&!document.hidden&&this.models.length>0&&!this.busy&&Math.max(this.cost,(this.interval||0)-20)<LS}paint(){let e=this.root.clientWidth,t=this.root.clientHeight;if(!e||!t)return;this.renderer.setPixelRatio(Math.min(window.devicePixelRatio||1,2)),this.renderer.setSize(e,t,!1),this.renderer.setScissor(0,0,e,t),this.renderer.setViewport(0,0,e,t),this.renderer.setClearColor(0,0),this.renderer.clear(),this.renderer.toneMapping=this.state.shading==="lit"?Ma:ai;let[n,s,r,o]=this.free();if(this.models.length<=1){this.aim(r,o);let a=this.lens(r,o);a.setViewOffset(r,o,-n,-s,e,t),this.paintModel(this.models[0],a),a.clearViewOffset(),this.placed=[[n,s,r,o]]}else this.placed=Ug(this.models.length,r,o).map(([a,c,l,h])=>[n+a,s+c,l,h]),this.models.forEach((a,c)=>{let[l,h,u,d]=this.placed[c];this.aim(u,d),this.renderer.setViewport(l,t-h-d,u,d),this.renderer.setScissor(l,t-h-d,u,d),this.paintModel(a,this.lens(u,d))});this.root.dataset.drawn=String(Number(this.root.dataset.drawn||0)+1),this.onDraw?.(this),this.report()}aim(e,t){this.camera.aspect=e/t,this.camera.zoom=Math.min(1,e/t),this.camera.updateProjectionMatrix(),this.camera.updateMatrixWorld()}lens(e,t){if(!this.state.ortho)return this.camera;let n=this.camera.position.distanceTo(this.controls.target)*Math.tan(qt.degToRad(hu/2))/this.camera.zoom;return Object.assign(this.flat,{top:n,bottom:-n,left:-n*e/t,right:n*e/t}),this.flat.position.copy(this.camera.position),this.flat.quaternion.copy(this.camera.quaternion),this.flat.updateProjectionMatrix(),this.flat.updateMatrixWorld(),this.flat}paintModel(e,t){if(!e)return;let{section:n}=this.state;if(this.renderer.clippingPlanes=[],n&&e.half){let s=new U;s[n.axis]=-1,this.renderer.clippingPlanes=[new Ln(s,(2*n.at-1)*e.half[n.axis])]}e.apply(this.state,t,this.colors.ink),this.renderer.render(e.scene,t)}pose(){let[,,e,t]=this.free(),n=this.models[0],s=n?n.radius:1,r=n?n.center:new U,o=c=>c.clone().multiplyScalar(s).add(r).toArray().map(l=>Number(l.toPrecision(6))),a=Math.min(1,e/t);return{position:o(this.camera.position),target:o(this.controls.target),fovy:2*Math.atan(Math.tan(qt.degToRad(hu/2))/a),aspect:e/t}}view(){let e=this.camera.position.clone().sub(this.controls.target);return{azimuth:qt.radToDeg(Math.atan2(e.x,e.z)),elevation:qt.radToDeg(Math.asin(qt.clamp(e.y/e.length(),-1,1))),distance:e.length(),target:this.controls.target.toArray()}}report(){let e=JSON.stringify(this.view())+JSON.stringify(this.free());e!==this.reported&&(this.reported=e,this.onCamera?.(this),clearTimeout(this.timer),this.timer=setTimeout(()=>this.onRest?.(this),CS))}home(){let e=1/Math.sin(qt.degToRad(hu/2))/IS;this.look({...PS,distance:e,target:[0,0,0]})}look({azimuth:e,elevation:t,distance:n,target:s}){let r=qt.degToRad(e),o=qt.degToRad(qt.clamp(t,-89.9,89.9));s&&this.controls.target.fromArray(s);let a=n||this.camera.position.distanceTo(this.controls.target);this.camera.position.set(Math.sin(r)*Math.cos(o),Math.sin(o),Math.cos(r)*Math.cos(o)).multiplyScalar(a).add(this.controls.target),this.controls.update(),this.draw()}from(e){this.touched=!0;let t={front:[0,0],left:[-90,0],right:[90,0],back:[180,0],top:[0,89.9]};if(!t[e]){this.home(),this.touched=!1,this.draw();return}this.look({azimuth:t[e][0],elevation:t[e][1],target:[0,0,0]})}orbit(e,t){let n=this.camera.position.clone().sub(this.controls.target),s=n.length(),r=qt.clamp(Math.acos(qt.clamp(n.y/s,-1,1))-t,.02,Math.PI-.02),o=Math.atan2(n.x,n.z)-e;n.set(Math.sin(r)*Math.sin(o),Math.cos(r),Math.sin(r)*Math.cos(o)),this.camera.position.copy(this.controls.target).addScaledVector(n,s)}zoom(e){let t=this.camera.position.clone().sub(this.controls.target).multiplyScalar(e);t.clampLength(this.controls.minDistance,this.controls.maxDistance),this.camera.position.copy(this.controls.target).add(t)}focusAt(e){let t=this.models[0];if(!t||this.models.length>1)return;let[n,s,r,o]=this.free(),a=this.canvas.getBoundingClientRect(),c=new Le((e.clientX-a.left-n)/r*2-1,1-(e.clientY-a.top-s)/o*2);this.aim(r,o);let l=new ga;l.setFromCamera(c,this.lens(r,o));let[h]=l.intersectObjects(t.meshes.map(d=>d.node),!1).filter(d=>d.face);if(!h)return;this.touched=!0;let u=this.camera.position.clone().sub(this.controls.target).multiplyScalar(.6);this.controls.target.copy(h.point),this.camera.position.copy(h.point).add(u),this.draw()}key(e){if(e.ctrlKey||e.metaKey||e.altKey)return;let t={ArrowLeft:[.12,0],ArrowRight:[-.12,0],ArrowUp:[0,.12],ArrowDown:[0,-.12]};if(t[e.key])this.orbit(...t[e.key]);else if(e.key==="+"||e.key==="=")this.zoom(.9);else if(e.key==="-")this.zoom(1/.9);else return;this.touched=!0,e.preventDefault(),this.draw()}async picture(){let e={width:this.root.clientWidth,height:this.root.clientHeight};this.paint();let[t,n,s,r]=this.free(),o=this.canvas.width/e.width,a=document.createElement("canvas");return a.width=Math.round(s*o),a.height=Math.round(r*o),a.getContext("2d").drawImage(this.canvas,t*o,n*o,a.width,a.height,0,0,a.width,a.height),new Promise(c=>a.toBlob(c,"image/png"))}dispose(){this.gone=!0,cancelAnimationFrame(this.frame),clearTimeout(this.timer),this.observer.disconnect(),this.controls.dispose();for(let e of this.models)e.dispose();this.renderer.dispose(),this.canvas.remove()}};var nt=ie.stage,di=Mt({...jd,shading:Re.value.shading}),Zt=Mt(null),Fs=Mt(null),Jg=4;async function fu(i){let e=await Ft(Lt(i)).catch(t=>{t.status!==404&&Wn(t.message,{kind:"error",seconds:12})});Re.value.run===i&&(Zt.value=e||{name:i,missing:!0})}function bo(i){if(Xi.value)return{kind:"file"};if(i.compare.split(",").filter(Boolean).length>1)return{kind:"compare"};if(i.batch)return{kind:"batch"};if(i.run){let e=zu(i.run);return e&&e.status!=="paused"&&!(Zt.value?.name===i.run&&Zt.value.meshes?.length)?{kind:"job",job:e}:{kind:"run"}}if(i.job){let e=gp(i.job);return e?{kind:"job",job:e}:{kind:"missing"}}if(i.example){let e=Qg(i.example);return e?{kind:"example",example:e}:{kind:tn.value?"missing":"loading"}}return i.prompt.trim()?{kind:"prompt"}:{kind:"empty"}}function Qg(i){let e=tn.value?.examples?.find(t=>t.name===i);return e?{...e,status:"done",base:`/examples/${e.name}`}:null}function e0({away:i}){let e=Re.value,t=bo(e),n=bt(null),s=bt(null),[r,o]=ke(null),[a,c]=ke(!1),[l,h]=ke(!1);be(()=>{let y=null;try{y=new du(s.current,{onProblem:g=>Wn(Ce(nt.meshProblem,{why:g.problem}),{kind:"error"})}),y.canvas.setAttribute("aria-label",nt.viewer),o(y)}catch{c(!0)}return()=>y?.dispose()},[]),DS(r,s),be(()=>{if(!r)return;let{background:y,...g}=di.value;r.set(g),e.shading!==g.shading&&$e({shading:g.shading})},[r,di.value]),be(()=>{r&&(r.busy=Rr.value,r.draw())},[r,Rr.value]),OS(r,n),FS(r);let u=Wi.value.find(y=>y.name===e.run);be(()=>{if(!e.run){Zt.value=null;return}Zt.value?.name!==e.run&&(Zt.value=null),fu(e.run)},[e.run,u?.status,u?.v,u?.faces,zu(e.run)?.status]);let d=Io.value.get(e.run);be(()=>{d&&Zt.value?.name===e.run&&(Zt.value={...Zt.value,...d})},[d]);let f=t.kind==="job"&&t.job.status==="done"&&t.job.run;be(()=>{f&&e.job&&mt({run:t.job.run},{replace:!0})},[f,e.job]);let _=y=>{y.preventDefault(),h(!1);let[g]=y.dataTransfer?.files||[];g&&(qg.includes($g(g.name))?ot(()=>Hu(g)):Wn(nt.drop,{kind:"error"}))};return p("main",{class:`center ground-${di.value.background}`,ref:n,hidden:i,"data-shown":t.kind,onDragOver:y=>{y.preventDefault(),h(!0)},onDragLeave:()=>h(!1),onDrop:_,children:[p("h1",{class:"hidden",tabIndex:-1,children:Jd(t)}),p("div",{class:"canvas",ref:s}),a&&p(ka,{text:nt.webgl}),r&&t.kind==="file"&&p($S,{viewer:r,root:n}),r&&t.kind==="run"&&p(kS,{viewer:r,name:e.run,root:n}),r&&t.kind==="job"&&p(VS,{viewer:r,job:t.job}),r&&t.kind==="compare"&&p(qS,{viewer:r,names:e.compare,root:n}),t.kind==="batch"&&p(XS,{viewer:r,batch:e.batch}),t.kind==="prompt"&&p(HS,{viewer:r}),t.kind==="empty"&&p(GS,{viewer:r}),r&&t.kind==="example"&&p(WS,{viewer:r,example:t.example,root:n}),t.kind==="missing"&&p(ka,{text:Gt.value.length?nt.gone:"",viewer:r}),l&&p("div",{class:"dropping",children:p("p",{children:nt.drop})})]})}function Jd(i){return i.kind==="run"?Zt.value?.prompt||ie.nav.make:i.kind==="job"?i.job.prompt:i.kind==="example"?i.example.prompt:{compare:nt.compare,batch:nt.pick,file:nt.dropped}[i.kind]||ie.nav.make}function DS(i,e){let t=US();return Mr(()=>{if(!i)return;let n=e.current.closest(".shell"),s=()=>{let o=e.current.getBoundingClientRect(),a={left:0,right:0,top:0,bottom:0},c=f=>{let _=n.querySelector(f)?.getBoundingClientRect();return _&&_.width&&_.height?_:null},l=c(".strip"),h=c(".inspector"),u=c(".promptbox"),d=c(".tools")||c(".progress");l&&l.width<o.width/2&&(a.left=Math.max(0,l.right-o.left)),h&&h.width<o.width/2&&h.left>o.left+o.width/2&&(a.right=Math.max(0,o.right-h.left)),u&&(a.bottom=Math.max(0,o.bottom-u.top+42)),d&&(a.top=Math.max(0,d.bottom-o.top+4)),i.setInsets(a),n.style.setProperty("--left",`${a.left}px`),n.style.setProperty("--right",`${a.right}px`),n.style.setProperty("--bottom",`${a.bottom}px`)},r=new ResizeObserver(s);for(let o of n.querySelectorAll(".strip, .inspector, .promptbox, .tools, .progress, .center"))r.observe(o);return s(),()=>r.disconnect()}),t}function US(){let[i,e]=ke(window.innerWidth>=720);return be(()=>{let t=window.matchMedia("(min-width: 720px)"),n=()=>e(t.matches);return n(),t.addEventListener("change",n),()=>t.removeEventListener("change",n)},[]),i}function OS(i,e){let t=document.documentElement.dataset.bzTheme;be(()=>{if(!i)return;let n=()=>{let r=getComputedStyle(e.current);i.setColors({ground:r.getPropertyValue("--stage").trim(),ink:r.getPropertyValue("--stage-ink").trim()})};n();let s=window.matchMedia("(prefers-color-scheme: dark)");return s.addEventListener("change",n),window.addEventListener("bozzetto-theme",n),()=>{s.removeEventListener("change",n),window.removeEventListener("bozzetto-theme",n)}},[i,t,di.value.background])}function FS(i){be(()=>{if(i)return i.onRestAddress=()=>{if(!i.touched)return;let{azimuth:e,elevation:t,distance:n,target:s}=i.view(),r=(o,a)=>Number(o.toFixed(a));$e({cam:[r(e,1),r(t,1),r(n,3),...s.map(o=>r(o,3))].join(",")})},i.onRest=i.onRestAddress,()=>{i.onRestAddress=null}},[i]),be(()=>{i&&pu(i)},[i,Re.value.run,Re.value.job,Re.value.example])}function pu(i){let e=Re.value.cam.split(",").map(Number);if(e.length!==6||!e.every(Number.isFinite))return!1;let[t,n,s,...r]=e;return i.touched=!0,i.look({azimuth:t,elevation:n,distance:s,target:r}),!0}function ka({text:i,children:e,viewer:t}){return be(()=>{t?.clear()},[t]),p("div",{class:"message",children:[p("p",{children:i}),e]})}function kS({viewer:i,name:e,root:t}){let n=Re.value,s=Zt.value?.name===e?Zt.value:null,r=s?.meshes?.find(u=>u.label===n.level)||s?.meshes?.[0],[o,a]=ke(!1),c=r&&!r.tooLarge?`${e}/${r.label}@${r.stamp}`:"";if(be(()=>{if(!c){s&&i.clear();return}a(!0);let u=fetch(ht(`${Lt(e)}/mesh`,{level:r.label,v:r.stamp})).then(f=>f.ok?f.arrayBuffer():f.json().then(_=>{throw new Error(_.error)}));u.catch(()=>{});let d=i.keys.startsWith(`${e}/`);i.show([{key:c,data:u}],{keep:d||!!Re.value.cam}).then(()=>{!d&&!pu(i)&&i.touched&&i.home(),a(!1);let f=i.models[0];Fs.value=f&&!f.problem?{faces:f.faces,vertices:f.vertices}:null})},[i,c]),!s)return null;if(s.missing)return p(ka,{text:nt.gone,viewer:i});let l=Number(n.split)||0,h=s.hasCheckpoint&&r?.likeField;return p(et,{children:[r&&p(Oa,{viewer:i,settings:di,root:t.current,name:e,levels:s.meshes.map(u=>u.label),level:r.label,onLevel:u=>$e({level:u}),split:{on:l>0,why:h?"":ie.tools.noCheckpoint,toggle:()=>$e({split:l?"":"0.5"})}}),r&&!r.tooLarge&&p(Da,{viewer:i,settings:di}),o&&p("p",{class:"loading",role:"status",children:nt.loadingMesh}),r?.tooLarge&&p(ka,{text:nt.tooLarge,viewer:i}),l>0&&h&&r&&p(zS,{viewer:i,run:s,at:l}),!r&&p(BS,{viewer:i,run:s})]})}function BS({viewer:i,run:e}){let t=e.damage||e.reason,n={damaged:nt.damaged,failed:nt.failed,interrupted:nt.interrupted,done:nt.noMesh,running:nt.training,created:nt.interrupted}[e.status]||e.status,s=()=>Ri(`${Lt(e.name)}/continue`),r=e.status==="done"?ie.inspector.reexport:ie.inspector.continue,o=e.status!=="damaged"&&e.status!=="running"&&(e.status!=="done"||e.hasCheckpoint);return p(et,{children:[e.hasCheckpoint&&e.status!=="damaged"&&p(t0,{viewer:i,name:e.name,checkpoint:e.checkpoint}),p("div",{class:`message ${e.hasCheckpoint?"low":""}`,children:[p("p",{children:[n,t&&p("small",{children:t})]}),o&&p(Ne,{kind:"primary",icon:"play",label:r,onClick:s})]})]})}function zS({viewer:i,run:e,at:t}){let n=bt(null),[s,r,o,a]=i.free(),[,c]=ke(0);be(()=>{i.touched=!0},[i]);let l=u=>{let d=i.canvas.getBoundingClientRect(),[f,,_]=i.free();$e({split:Math.min(.95,Math.max(.05,(u.clientX-d.left-f)/_)).toFixed(3)})};be(()=>{let[u,d,f,_]=i.free();return i.canvas.style.clipPath=`inset(0 ${i.root.clientWidth-u-t*f}px 0 0)`,c(y=>y+1),()=>{i.canvas.style.clipPath=""}},[t,o,a]);let h=u=>{let d={ArrowLeft:-.05,ArrowRight:.05}[u.key];d&&(u.preventDefault(),$e({split:Math.min(.95,Math.max(.05,t+d)).toFixed(3)}))};return p(et,{children:[p(Fu,{viewer:i,name:e.name,checkpoint:e.checkpoint,cut:t,restEdge:400}),p("div",{class:"split-line",style:{left:`${s+t*o}px`,top:`${r}px`,height:`${a}px`},children:[p("span",{class:"split-name left",children:nt.mesh}),p("span",{class:"split-name right",children:nt.nerf}),p("div",{ref:n,class:"split-handle",role:"slider",tabIndex:0,"aria-label":ie.tools.split,"aria-valuemin":0,"aria-valuemax":100,"aria-valuenow":Math.round(100*t),onKeyDown:h,onPointerDown:u=>{n.current.setPointerCapture(u.pointerId)},onPointerMove:u=>{n.current.hasPointerCapture(u.pointerId)&&l(u)}})]})]})}function t0({viewer:i,name:e,checkpoint:t}){return be(()=>{(i.keys!==""||i.models.length)&&i.clear(),i.touched=!0,Re.value.cam||i.home()},[i,e]),p(Fu,{viewer:i,name:e,checkpoint:t,alt:lp(t)})}function VS({viewer:i,job:e}){let t=Ks(e),n=!e.checkpoint;be(()=>{n&&i.clear()},[i,n,e.id]);let[s,r]=ke(""),o=`${t.line.split(",")[0]} ${Math.floor(4*(mi(e)||0))*25} %`;return be(()=>{r(`${e.prompt}: ${o}`)},[o]),p(et,{children:[e.run&&e.checkpoint&&e.status!=="done"&&p(t0,{viewer:i,name:e.run,checkpoint:e.checkpoint}),n&&p(i0,{views:n0(e),prompt:e.prompt,dim:!0}),p("div",{class:`progress ${e.status}`,children:[p(qi,{value:e.status==="queued"?null:mi(e),size:44,width:3,status:e.status,label:e.prompt}),p("p",{children:[p("b",{children:t.line}),p("small",{children:t.detail||(e.checkpoint?nt.orbit:"")})]})]}),p("p",{class:"hidden",role:"status","aria-live":"polite",children:s})]})}function n0(i){return i.run&&i.preview?ht(`${Lt(i.run)}/previews/${i.preview}`):ht("/prompt/views",{prompt:i.prompt,seed:i.seed})}function HS({viewer:i}){let e=Re.value,t=Ns.value,n=Ds(e),s=t&&t.prompt===e.prompt&&!t.problem&&!t.noObject&&!t.empty,r=bt(""),o=s?ht("/prompt/views",{prompt:e.prompt,negative:n.negative,prior:n.prior,seed:n.seed}):"";return o&&(r.current=o),be(()=>{i?.clear()},[i]),!r.current&&t&&t.prompt===e.prompt&&!s?p("div",{class:"message",children:p("p",{children:[t.noObject?ie.prompt.noObject:t.problem,t.noObject&&p("small",{children:Ce(nt.noObjectText,{n:Et(tn.value?.objects||0)})})]})}):p(i0,{views:r.current,prompt:e.prompt,stale:!s})}function i0({views:i,prompt:e,dim:t=!1,stale:n=!1}){let[s,r]=ke(""),[o,a]=ke(!1);return be(()=>{if(!i)return;let c=!1,l=new Image;return a(!0),l.onload=()=>{c||(r(i),a(!1))},l.onerror=()=>{c||a(!1)},l.src=i,()=>{c=!0}},[i]),p("figure",{class:`views ${t?"dim":""} ${n?"stale":""} ${s?"":"blank"}`,children:[p("div",{class:"views-grid",children:Array.from({length:Jg},(c,l)=>p("span",{class:"view",role:"img","aria-label":s?`${e}, ${nt.sides[l]}`:nt.sides[l],style:s?{backgroundImage:`url("${s}")`,backgroundPosition:`${100*l/(Jg-1)}% 0`}:void 0,children:p("small",{children:nt.sides[l]})},l))}),!t&&p("figcaption",{children:o?ie.prompt.drawing:s?ie.prompt.views:"\xA0"})]})}function GS({viewer:i}){be(()=>{i?.clear()},[i]);let e=Wi.value.filter(t=>t.status==="done").slice(0,3);return p("div",{class:"welcome",children:[e.length>0?p("div",{class:"welcome-row",children:e.map(t=>p("button",{type:"button",class:"welcome-card",onClick:()=>mt({run:t.name}),children:[p(_s,{run:t,turning:t===e[0]}),p("span",{children:t.prompt})]},t.name))}):Ys.value===0&&p(Qd,{}),p("p",{class:"welcome-title",children:nt.empty}),Ys.value===0&&p("p",{class:"quiet",children:nt.emptyText})]})}function Qd(){let i=tn.value?.examples||[];return p("div",{class:"examples-grid",role:"group","aria-label":nt.examples,children:i.map(e=>p("button",{type:"button",class:"welcome-card",onClick:()=>mt({example:e.name}),children:[p(_s,{run:Qg(e.name)}),p("span",{children:e.prompt})]},e.name))})}function WS({viewer:i,example:e,root:t}){let[n,s]=ke(!0);return be(()=>{s(!0);let r=fetch(ht(`${e.base}/mesh`)).then(o=>{if(!o.ok)throw new Error(nt.gone);return o.arrayBuffer()});r.catch(()=>{}),i.show([{key:`example ${e.name}`,data:r}],{keep:!!Re.value.cam}).then(()=>{!pu(i)&&i.touched&&i.home(),s(!1);let o=i.models[0];Fs.value=o&&!o.problem?{faces:o.faces,vertices:o.vertices}:null})},[i,e.name]),p(et,{children:[p(Oa,{viewer:i,settings:di,root:t.current,name:e.name}),p(Da,{viewer:i,settings:di}),n&&p("p",{class:"loading",role:"status",children:nt.loadingMesh})]})}function XS({viewer:i,batch:e}){be(()=>{i?.clear()},[i]);let t=Gt.value.filter(r=>r.batch===e),n=new Map(Wi.value.map(r=>[r.name,r])),s=t.filter(r=>r.status==="done"&&r.run);return t.length?p("div",{class:"batch",children:[p("header",{children:[p("p",{class:"welcome-title",children:nt.pick}),p("p",{class:"quiet",children:[t[0].prompt,". ",Ce(nt.pickText,{done:s.length,n:t.length})]})]}),p("ul",{class:`batch-grid n${t.length}`,children:t.map(r=>p("li",{children:p("button",{type:"button",class:"batch-cell",onClick:()=>mt(r.status==="done"?{run:r.run}:{job:r.id}),children:[r.status==="done"&&r.run?p(_s,{run:n.get(r.run)||{name:r.run,status:"done"},turning:!0}):p("span",{class:"thumb",children:r.preview&&p("span",{class:"view",style:{backgroundImage:`url("${n0(r)}")`,backgroundPosition:"0 0"}})}),p("span",{class:"batch-text",children:[r.status!=="done"&&p(qi,{value:r.status==="queued"?0:mi(r),size:22,status:r.status}),p("span",{children:Ce(ie.inspector.seedOf,{n:r.seed})}),p("small",{children:Ks(r).line})]})]})},r.id))}),s.length>1&&p(Ne,{icon:"compare",label:nt.compareAll,onClick:()=>mt({compare:s.slice(0,4).map(r=>r.run).join(",")})})]}):p(ka,{text:nt.gone})}function qS({viewer:i,names:e,root:t}){let[n,s]=ke(null);return be(()=>{let r=!1;return ot(async()=>{let o=await Ft("/compare",{runs:e});if(r)return;s(o);let a=o.runs.filter(c=>c.meshes.length).map(c=>{let[l]=c.meshes,h=fetch(ht(`${Lt(c.name)}/mesh`,{v:l.stamp})).then(u=>u.arrayBuffer());return{key:`compare ${c.name}@${l.stamp}`,label:`${c.prompt} \xB7 ${c.preset} \xB7 ${c.seed}`,data:h}});await i.show(a,{keep:!!Re.value.cam}),pu(i)}),()=>{r=!0}},[i,e]),p(et,{children:[p(Oa,{viewer:i,settings:di,root:t.current,name:"compare"}),p(Da,{viewer:i,settings:di,gizmo:!1}),n&&p("details",{class:"differences",children:[p("summary",{children:[nt.differences,n.differences.length?` (${n.differences.length})`:""]}),n.differences.length===0?p("p",{children:nt.same}):p("div",{class:"scroll",tabIndex:0,role:"region","aria-label":nt.differences,children:p("table",{children:[p("thead",{children:p("tr",{children:[p("th",{scope:"col",children:ie.inspector.settings}),n.runs.map(r=>p("th",{scope:"col",children:r.prompt},r.name))]})}),p("tbody",{children:n.differences.map(r=>p("tr",{children:[p("th",{scope:"row",children:r.setting}),r.values.map((o,a)=>p("td",{children:o},a))]},r.setting))})]})})]})]})}function $S({viewer:i,root:e}){let t=Xi.value;be(()=>(i.show([{key:t.key,data:t.data,kind:t.kind}]).then(()=>{let r=i.models[0];Fs.value=r&&!r.problem?{faces:r.faces,vertices:r.vertices}:null}),()=>{i.clear()}),[i,t.key]);let n=bt(JSON.stringify([Re.value.run,Re.value.job,Re.value.batch,Re.value.compare,Re.value.example,Re.value.prompt])),s=JSON.stringify([Re.value.run,Re.value.job,Re.value.batch,Re.value.compare,Re.value.example,Re.value.prompt]);return be(()=>{s!==n.current&&(Xi.value=null)},[s]),p(et,{children:[p(Oa,{viewer:i,settings:di,root:e.current,name:t.name}),p(Da,{viewer:i,settings:di})]})}var s0=280,ef=84,r0=4;function tf({title:i,rows:e}){let t=e.map(([h])=>h),n=e.map(([,h])=>h),[s,r]=[Math.min(...t),Math.max(...t)],[o,a]=[Math.min(...n),Math.max(...n)],c=([h,u])=>`${((h-s)/(r-s||1)*s0).toFixed(1)},${(ef-r0-(u-o)/(a-o||1)*(ef-2*r0)).toFixed(1)}`,l=n.at(-1);return p("figure",{class:"chart",children:[p("figcaption",{children:[i,p("b",{children:l.toPrecision(3)})]}),p("svg",{viewBox:`0 0 ${s0} ${ef}`,role:"img","aria-label":`${i}: ${n[0].toPrecision(3)} to ${l.toPrecision(3)} over ${Et(r)} steps`,preserveAspectRatio:"none",children:p("polyline",{points:e.map(c).join(" ")})})]})}var Qe=ie.dialog,mu={"":["glb","obj"],unity:["glb"],unreal:["glb"],blender:["glb"],ar:["usdz","glb"],print:["3mf","stl"],film:["usd","obj"]},YS=[256,512,1024,2048,4096];function KS(i,{formats:e,target:t,faces:n,texture:s,lods:r},o){let a=e.length?e:mu[t]||["glb","obj"],c=n||o,l=(s||1024)**2,h=Array.from({length:r+1},(u,d)=>.5**d);return a.reduce((u,d)=>{let[f,_]=i.bytes[d]||[60,0];return u+h.reduce((y,g)=>y+f*c*g+_*l,0)},0)}function nf({base:i,faces:e,title:t,onClose:n}){let s=tn.value?.export,[r,o]=ke({target:"",formats:[],faces:0,texture:0,size:"",lods:0,collision:!1,maps:"",turntable:!1,quads:!1,pivot:"",units:"",up:""}),[a,c]=ke({running:!1,exported:[],seconds:0,problem:""}),[l,h]=ke(!1),u=v=>o(E=>({...E,...v})),d=bt(!1),f=async()=>{let v=await ot(()=>Ft(`${i}/files`));!v||d.current||(c(v),v.running&&setTimeout(f,700))};if(be(()=>(f(),()=>{d.current=!0}),[]),!s)return null;let _=async()=>{h(!0);let v=await ot(()=>en(`${i}/export`,{...r,size:Number(r.size)||0,...g?{units:"",up:""}:{}}));v&&(c(v),setTimeout(f,400))},g=(r.formats.length?r.formats:mu[r.target]||[]).every(v=>s.ownFrame.includes(v)),m=s.targets.find(({name:v})=>v===r.target)?.places,b=a.exported.reduce((v,E)=>v+E.bytes,0),M=`${i}/files`;return p(ll,{wide:!0,title:`${Qe.export} ${t}`,onClose:n,footer:p(et,{children:[p("span",{class:"quiet grow","aria-live":"polite",children:a.running?`${Ce(Qe.running,{time:pi(a.seconds)})}. ${Qe.leave}`:a.problem?p("span",{class:"problem",children:a.problem}):l&&a.exported.length?Ce(Qe.done,{n:a.exported.length,bytes:Gi(b)}):Ce(Qe.estimate,{bytes:Gi(KS(s,r,e))})}),a.running&&p(qi,{value:null,size:24}),p(Ne,{kind:"primary",icon:"export",label:Qe.run,disabled:a.running,onClick:_})]}),children:p("div",{class:"export",children:[p("fieldset",{children:[p("legend",{children:Qe.target}),p("div",{class:"cards",children:s.targets.map(({name:v,label:E})=>p("button",{type:"button",class:`card ${r.target===v?"on":""}`,"aria-pressed":String(r.target===v),onClick:()=>u({target:v}),children:E},v))}),p("p",{class:"quiet",children:[p("b",{children:Qe.places})," ",m]})]}),p("fieldset",{children:[p("legend",{children:Qe.formats}),p("div",{class:"cards formats",children:s.formats.map(v=>p("button",{type:"button",class:`card ${r.formats.includes(v)?"on":""} ${!r.formats.length&&(mu[r.target]||[]).includes(v)?"implied":""}`,"aria-pressed":String(r.formats.includes(v)),onClick:()=>u({formats:r.formats.includes(v)?r.formats.filter(E=>E!==v):[...r.formats,v]}),children:[p("b",{children:v.toUpperCase()}),p("small",{children:Qe.formatsText[v]})]},v))}),!r.formats.length&&p("p",{class:"quiet",children:[Qe.auto,": ",(mu[r.target]||[]).map(v=>v.toUpperCase()).join(", ")]})]}),p("div",{class:"fields",children:[p("label",{children:[p("span",{children:Qe.faces}),p("input",{type:"number",min:0,max:5e6,step:500,value:r.faces||"",placeholder:Et(e),onInput:v=>u({faces:Number(v.currentTarget.value)||0})})]}),p("label",{children:[p("span",{children:Qe.texture}),p("select",{value:r.texture,onChange:v=>u({texture:Number(v.currentTarget.value)}),children:[p("option",{value:0,children:Qe.unchanged}),YS.map(v=>p("option",{value:v,children:v},v))]})]}),p("label",{children:[p("span",{children:Qe.lods}),p("select",{value:r.lods,onChange:v=>u({lods:Number(v.currentTarget.value)}),children:Array.from({length:s.lods+1},(v,E)=>p("option",{value:E,children:E},E))})]}),p("label",{children:[p("span",{children:[Qe.size,", ",Qe.metres]}),p("input",{type:"number",min:0,max:1e4,step:"any",value:r.size,placeholder:Qe.unchanged,onInput:v=>u({size:v.currentTarget.value})})]}),p("label",{children:[p("span",{children:Qe.units}),p("select",{value:g?"":r.units,disabled:g,onChange:v=>u({units:v.currentTarget.value}),children:[p("option",{value:"",children:Qe.asTarget}),s.units.map(v=>p("option",{value:v,children:v},v))]})]}),p("label",{children:[p("span",{children:Qe.up}),p("select",{value:g?"":r.up,disabled:g,onChange:v=>u({up:v.currentTarget.value}),children:[p("option",{value:"",children:Qe.asTarget}),p("option",{value:"y",children:"Y"}),p("option",{value:"z",children:"Z"})]})]}),p("label",{children:[p("span",{children:Qe.pivot}),p("select",{value:r.pivot,onChange:v=>u({pivot:v.currentTarget.value}),children:[p("option",{value:"",children:Qe.asTarget}),s.pivots.map(v=>p("option",{value:v,children:Qe.pivots[v]},v))]})]})]}),p("p",{class:"quiet",children:g?Qe.fixedFrame:Qe.frameText}),p("div",{class:"row",children:[p("span",{class:"label",children:Qe.maps}),p(Sn,{small:!0,label:Qe.maps,value:r.maps,onChange:v=>u({maps:v}),options:[["",Qe.asTarget],["none",Qe.none],["normal",Qe.normal],["occlusion",Qe.occlusion],["both",Qe.both]]})]}),p("div",{class:"row",children:[p(Jn,{label:Qe.collision,checked:r.collision,onChange:v=>u({collision:v})}),p(Jn,{label:Qe.turntable,checked:r.turntable,onChange:v=>u({turntable:v})}),s.quads&&p(Jn,{label:Qe.quads,checked:r.quads,onChange:v=>u({quads:v})})]}),a.exported.length>0&&p("fieldset",{children:[p("legend",{children:Qe.files}),p("ul",{class:"files",children:a.exported.map(v=>p("li",{children:p("a",{href:ht(`${M}/${v.name}`,{from:"export"}),download:!0,children:[p(Pt,{name:"download",size:16}),p("span",{children:v.name}),p("small",{children:Gi(v.bytes)})]})},v.name))}),p("a",{class:"button",href:ht(`${M}/export.zip`),download:!0,children:[p(Pt,{name:"download"}),p("span",{children:Qe.zip})]})]})]})})}var ye=ie.inspector,Mo=Mt(0),gu=Mt("");function a0(){let i=bo(Re.value),e=i.kind==="run"?Zt.value:null;return p("aside",{class:"inspector","aria-label":ie.nav.details,children:[i.kind==="run"&&e&&!e.missing&&p(ZS,{run:e}),i.kind==="job"&&p(ow,{job:i.job}),i.kind==="file"&&p(lw,{}),i.kind==="example"&&p(aw,{example:i.example}),!["run","job","file","example"].includes(i.kind)&&p("div",{class:"nothing",children:[p("p",{children:ye.none}),p("p",{class:"quiet",children:ye.noneText})]})]})}var l0=i=>{let{kind:e}=bo(i);return["job","file","example"].includes(e)||e==="run"&&!Zt.value?.missing};function ZS({run:i}){let e=i.meshes.length>0,t=Lt(i.name),n=Gt.value.find(r=>r.run===i.name&&r.batch)?.batch,s=i.finer;return p(et,{children:[p("header",{class:"inspector-head",children:[n&&p("button",{type:"button",class:"textlink",onClick:()=>mt({batch:n}),children:ye.ofBatch}),p("h2",{children:i.prompt||i.name}),p("p",{class:"quiet",children:[$s(i.created),ie.prompt[i.preset]||i.preset,Ce(ye.seedOf,{n:i.seed})].filter(Boolean).join(" \xB7 ")}),p(al,{value:i.stars,name:"rating",onChange:async r=>{Zt.value={...i,stars:r},await ot(()=>en(`${t}/stars`,{stars:r}))}})]}),i.status!=="damaged"&&p("div",{class:"actions",children:[p(Ne,{icon:"again",label:ye.again,title:ye.againHelp,onClick:()=>Ri(`${t}/again`)}),p(Ne,{icon:"grid4",label:ye.variations,title:ye.variationsHelp,onClick:()=>Ri(`${t}/again`,{count:4})}),p(Ne,{icon:"refine",label:ye.refine,title:s?Ce(ye.refineHelp,{preset:s}):ye.finest,disabled:!s,onClick:()=>Ri(`${t}/refine`)}),p(jS,{run:i}),p(QS,{run:i}),e&&(tn.value?.actions||[]).map(r=>p(JS,{kind:r,run:i},r)),p(Ne,{icon:"sliders",label:ye.useShort,title:ye.use,onClick:()=>_o(i)})]}),e&&p("a",{class:"button primary block",href:ht(`${t}/files/mesh.glb`),download:!0,children:[p(Pt,{name:"download"}),p("span",{children:ye.download})]}),p(Sn,{label:ie.nav.details,options:ye.tabs.map((r,o)=>[o,r]),value:Mo.value,onChange:r=>{Mo.value=r}}),p("div",{class:"inspector-scroll",tabIndex:0,role:"region","aria-label":ye.tabs[Mo.value],children:[Mo.value===0&&p(ew,{run:i}),Mo.value===1&&p(iw,{run:i}),Mo.value===2&&p(rw,{run:i})]}),gu.value===i.name&&p(nf,{base:t,faces:i.faces||Fs.value?.faces||8e3,title:i.prompt,onClose:()=>{gu.value="",fu(i.name)}})]})}function jS({run:i}){let e=tn.value?.adjectives||[];return!e.length||i.prior!=="embedded"?p(Ne,{icon:"colour",label:ye.recolour,disabled:!0}):p(_n,{icon:"colour",label:ye.recolour,bare:!1,title:ye.recolourHelp,align:"end",children:t=>p("div",{class:"colours",children:e.map(n=>p("button",{type:"button",onClick:()=>{t(),Ri(`${Lt(i.name)}/recolour`,{colour:n})},children:[p("i",{style:{background:sf(n)}}),n]},n))})})}var o0={wooden:"linear-gradient(135deg,#b98552,#7a4f29)",golden:"linear-gradient(135deg,#f6d77a,#b8862b)",gold:"linear-gradient(135deg,#f6d77a,#b8862b)",silver:"linear-gradient(135deg,#f2f2f2,#8f959c)",metal:"linear-gradient(135deg,#d5dade,#737b83)",metallic:"linear-gradient(135deg,#d5dade,#737b83)",glass:"linear-gradient(135deg,#e8f4f6,#a9cdd4)",shiny:"linear-gradient(135deg,#fff,#999)",striped:"repeating-linear-gradient(45deg,#444 0 3px,#eee 3px 6px)",stone:"linear-gradient(135deg,#b4b0a8,#77736b)",marble:"linear-gradient(135deg,#f4f2ee,#c7c3bb)",leather:"linear-gradient(135deg,#8a5734,#5a361e)",colorful:"conic-gradient(red,orange,yellow,green,blue,violet,red)",colourful:"conic-gradient(red,orange,yellow,green,blue,violet,red)"};function sf(i){if(o0[i])return o0[i];let e=i.replace(/[ -]/g,"");return typeof CSS<"u"&&CSS.supports("color",e)?e:"linear-gradient(135deg,#e5e0d8,#a29a8e)"}function JS({kind:i,run:e}){let[t,n]=ke({running:!1}),s=`${Lt(e.name)}/actions/${i}`,r=bt(!1);be(()=>(r.current=!1,()=>{r.current=!0}),[s]);let o=async()=>{let a=await ot(()=>Ft(s));if(a){if(r.current||n(a),a.running){setTimeout(o,1e3);return}a.problem?Wn(a.problem,{kind:"error",seconds:15}):a.done&&(Wn(Ce(ye[`${i}Done`],{prompt:e.prompt}),{kind:"done"}),i==="texture"&&Re.value.run===e.name&&(await fu(e.name),$e({level:"textured"})))}};return p(_n,{icon:i,label:t.running?ye[`${i}Running`]:ye[i],bare:!1,title:ye[`${i}Help`],align:i==="teach"?"start":"end",disabled:t.running,children:a=>p("form",{class:"form",onSubmit:async c=>{c.preventDefault();let l=new FormData(c.currentTarget).get("words"),h=await ot(()=>en(s,{words:l}));h&&(a(),n(h),setTimeout(o,700))},children:[p("label",{children:[p("span",{children:ye[`${i}Help`]}),p("input",{name:"words",type:"text",required:!0,maxLength:200,placeholder:ye[`${i}Hint`]})]}),p(Ne,{kind:"primary",type:"submit",label:ye[i]})]})})}function QS({run:i}){let[e,t]=ke(Math.max(50,Math.round(i.steps/2)));return p(_n,{icon:"longer",label:ye.longer,bare:!1,title:ye.longerHelp,align:"start",disabled:i.status!=="done"||!i.hasCheckpoint,children:n=>p("div",{class:"form",children:[p("label",{children:[p("span",{children:ye.steps}),p("input",{type:"number",min:1,max:1e5,step:10,value:e,onInput:s=>t(Number(s.currentTarget.value)||1)})]}),p(Ne,{kind:"primary",label:ye.continue,onClick:()=>{n(),Ri(`${Lt(i.name)}/longer`,{steps:e})}})]})})}function ew({run:i}){let e=Fs.value;return p(et,{children:[p(nw,{run:i}),e&&p("dl",{class:"facts",children:[p("dt",{children:ye.facesName}),p("dd",{children:Et(e.faces)}),p("dt",{children:ye.vertices}),p("dd",{children:Et(e.vertices)})]}),i.stills.length>0&&p("section",{children:[p("h3",{children:ye.stills}),p("div",{class:"stills",children:i.stills.map(t=>p("img",{src:ht(`${Lt(i.name)}/stills/${t}`),alt:`${i.prompt}, ${t}`,loading:"lazy"},t))})]}),i.previews.length>1&&p(tw,{run:i})]})}function tw({run:i}){let[e,t]=ke(i.previews.length-1),n=i.previews[Math.min(e,i.previews.length-1)];return p("section",{class:"history",children:[p("h3",{children:ye.history}),p("img",{src:ht(`${Lt(i.name)}/previews/${n}`),alt:`${i.prompt}, ${Ce(ye.stepOf,{n:Number(n)})}`}),p("input",{type:"range",min:0,max:i.previews.length-1,value:e,"aria-label":ye.history,"aria-valuetext":Ce(ye.stepOf,{n:Number(n)}),onInput:s=>t(Number(s.currentTarget.value))}),p("small",{class:"quiet",children:Ce(ye.stepOf,{n:Et(Number(n))})})]})}function nw({run:i}){let e=async t=>{let n=await ot(()=>en(`${Lt(i.name)}/tags`,{tags:t}));n&&(Zt.value={...Zt.value,tags:n.tags})};return p("section",{class:"tags","aria-label":ye.tags,children:[i.tags.map(t=>p("span",{class:"tag",children:[t,p("button",{type:"button","aria-label":Ce(ye.removeTag,{tag:t}),onClick:()=>e(i.tags.filter(n=>n!==t)),children:p(Pt,{name:"close",size:12})})]},t)),p("input",{type:"text",placeholder:ye.addTag,"aria-label":ye.addTag,onKeyDown:t=>{let n=t.currentTarget;t.key==="Enter"&&n.value.trim()&&(e([...i.tags,n.value]),n.value="")}})]})}function iw({run:i}){return p(et,{children:[p("dl",{class:"facts",children:i.facts.map(([e,t])=>[p("dt",{children:e},`${e}-n`),p("dd",{children:t},e)])}),i.negative&&p("dl",{class:"facts",children:[p("dt",{children:ie.prompt.negative}),p("dd",{children:i.negative})]}),p("details",{class:"advanced",children:[p("summary",{children:ye.advanced}),p(sw,{run:i}),i.settings.length>0&&p("section",{children:[p("h3",{children:ye.changed}),p("dl",{class:"facts",children:i.settings.map(([e,,t])=>[p("dt",{children:e},`${e}-n`),p("dd",{children:t},e)])})]}),p("p",{class:"quiet path",children:i.folder})]}),p(Ne,{icon:"bin",label:ye.delete,kind:"ghost danger",onClick:()=>rf([i.name])})]})}async function rf(i){let e=await ot(()=>en("/runs/delete",{runs:i}));return e?(i.includes(Re.value.run)&&mt({}),gs(),Wn(ie.library.moved,{seconds:12,action:{label:ie.library.undo,run:async()=>{await ot(()=>en("/bin/restore",{runs:e.binned})),gs()}}}),!0):!1}function sw({run:i}){let[e,t]=ke(null);return be(()=>{ot(async()=>t((await Ft(`${Lt(i.name)}/metrics`)).rows))},[i.name,i.step]),!e||e.length<2?null:p(et,{children:[p(tf,{title:ye.loss,rows:e.map(([n,s])=>[n,s])}),p(tf,{title:ye.opacity,rows:e.map(([n,,s])=>[n,s])})]})}function rw({run:i}){let[e,t]=ke(null);be(()=>{ot(async()=>t(await Ft(`${Lt(i.name)}/files`)))},[i.name,gu.value,i.meshes.length]);let n=`${Lt(i.name)}/files`;return e?p(et,{children:[p(Ne,{icon:"export",label:`${ye.export}\u2026`,kind:"block",disabled:!i.hasCheckpoint,title:i.hasCheckpoint?void 0:ie.tools.noCheckpoint,onClick:()=>{gu.value=i.name}}),p("ul",{class:"files",children:[e.own.map(s=>p("li",{children:p("a",{href:ht(s.name==="mesh.obj"?`${n}/mesh-obj.zip`:`${n}/${s.name}`),download:!0,children:[p(Pt,{name:"download",size:16}),p("span",{children:s.name==="mesh.obj"?"mesh.obj, mtl, png":s.name}),p("small",{children:Gi(s.bytes)})]})},s.name)),e.exported.map(s=>p("li",{children:p("a",{href:ht(`${n}/${s.name}`,{from:"export"}),download:!0,children:[p(Pt,{name:"download",size:16}),p("span",{children:`export/${s.name}`}),p("small",{children:Gi(s.bytes)})]})},`e-${s.name}`))]}),e.exported.length>1&&p("a",{class:"button block",href:ht(`${n}/export.zip`),download:!0,children:[p(Pt,{name:"download"}),p("span",{children:ie.dialog.zip})]}),e.share&&p("a",{class:"button block",href:ht(`${Lt(i.name)}/share`),download:!0,children:[p(Pt,{name:"share"}),p("span",{children:ye.share})]})]}):null}function ow({job:i}){let e=Ks(i),t=i.status==="running"||i.status==="queued";return p(et,{children:[p("header",{class:"inspector-head",children:[p("h2",{children:i.prompt}),p("p",{class:"quiet",children:[ie.prompt[i.preset]||i.preset,Ce(ye.seedOf,{n:i.seed})].join(" \xB7 ")})]}),p("p",{class:"state",children:[e.line,p("small",{children:e.detail})]}),p("div",{class:"actions",children:[t&&!i.requested&&p(Ne,{icon:"pause",label:ye.pause,onClick:()=>xs(i,"pause")}),(i.status==="paused"||i.requested==="pause")&&p(Ne,{icon:"play",label:ye.resume,kind:"primary",onClick:()=>xs(i,"resume")}),(t||i.status==="paused")&&i.requested!=="cancel"&&p(Ne,{icon:"stop",label:ye.stop,onClick:()=>xs(i,"cancel")}),["failed","cancelled"].includes(i.status)&&p(Ne,{icon:"again",label:ye.retry,kind:"primary",onClick:()=>xs(i,"retry")}),i.status==="queued"&&i.position>1&&p(Ne,{icon:"first",label:ye.first,onClick:()=>xs(i,"first")})]}),p("button",{type:"button",class:"textlink",onClick:()=>_o(i),children:ye.use}),i.run&&i.preview&&p("section",{class:"history",children:[p("h3",{children:ye.history}),p("img",{src:ht(`${Lt(i.run)}/previews/${i.preview}`),alt:`${i.prompt}, ${Ce(ye.stepOf,{n:Number(i.preview)})}`}),p("small",{class:"quiet",children:Ce(ye.stepOf,{n:Et(Number(i.preview))})})]})]})}function aw({example:i}){let e=Fs.value;return p(et,{children:[p("header",{class:"inspector-head",children:[p("h2",{children:i.prompt}),p("p",{class:"quiet",children:[ie.stage.example,ie.prompt[i.preset]||i.preset,Ce(ye.seedOf,{n:i.seed})].join(" \xB7 ")})]}),p(Ne,{icon:"sliders",label:ye.use,kind:"primary block",onClick:()=>_o(i)}),p("a",{class:"button block",href:ht(`${i.base}/mesh`),download:!0,children:[p(Pt,{name:"download"}),p("span",{children:ye.download})]}),p("dl",{class:"facts",children:[e&&p(et,{children:[p("dt",{children:ye.facesName}),p("dd",{children:Et(e.faces)}),p("dt",{children:ye.vertices}),p("dd",{children:Et(e.vertices)})]}),p("dt",{children:ye.size}),p("dd",{children:Gi(i.bytes)})]}),p("p",{class:"quiet",children:Ce(ye.exampleText,{time:pi(i.seconds)})})]})}function lw(){let i=Xi.value,e=Fs.value,[t,n]=ke(""),[s,r]=ke(!1),o=async()=>{r(!0);let a=await ot(async()=>{let c=await fetch(ht("/opened",{name:i.name}),{method:"POST",headers:{"Content-Type":"application/octet-stream"},body:i.data}),l=await c.json();if(!c.ok)throw new Error(l.error);return l});r(!1),a&&n(`/opened/${a.key}`)};return p(et,{children:[p("header",{class:"inspector-head",children:[p("h2",{children:i.name}),p("p",{class:"quiet",children:ie.stage.dropped})]}),e&&p("dl",{class:"facts",children:[p("dt",{children:ye.facesName}),p("dd",{children:Et(e.faces)}),p("dt",{children:ye.vertices}),p("dd",{children:Et(e.vertices)}),p("dt",{children:ye.size}),p("dd",{children:Gi(i.data.byteLength)})]}),p("div",{class:"actions",children:[p(Ne,{icon:"export",label:`${ye.export}\u2026`,kind:"primary",disabled:s,onClick:o}),p(Ne,{icon:"close",label:ie.stage.closeFile,onClick:()=>{Xi.value=null}})]}),t&&p(nf,{base:t,faces:e?.faces||8e3,title:i.name,onClose:()=>n("")})]})}function c0({width:i,height:e,scroll:t,total:n,minCard:s=176,gap:r=14,text:o=74,spare:a=2}){let c=Math.max(2,Math.floor((i+r)/(s+r))),l=(i-(c-1)*r)/c,h=l+o+r,u=Math.ceil(n/c),d=Math.max(0,Math.floor(t/h)-a),f=Math.min(u,Math.ceil((t+e)/h)+a);return{columns:c,card:l,row:h,rows:u,first:d,last:f}}var lt=ie.library,Ba=60,hw=["newest","oldest","stars","score","prompt","quickest"],dw=["all","done","unfinished","damaged"];function u0(){let i=Re.value,e={search:i.search,tags:i.tags,stars:i.stars,state:i.state,sort:i.sort},t=JSON.stringify(e),[n,s]=ke({key:"",rows:[],total:null,tags:[],everything:null}),[r,o]=ke([]),[a,c]=ke(!1),l=bt(new Set),h=async(f,_=!1)=>{if(l.current.has(`${t}/${f}`)&&!_)return;l.current.add(`${t}/${f}`);let y=await ot(()=>Ft("/runs",{...e,offset:f*Ba,limit:Ba}));!y||JSON.stringify(fw(Re.value))!==t||s(g=>{let m=g.key===t?[...g.rows]:[];return m.length=y.total,y.runs.forEach((b,M)=>{m[f*Ba+M]=b}),{key:t,rows:m,total:y.total,tags:y.tags,notice:y.notice}})};be(()=>{let f=setTimeout(()=>{l.current=new Set,h(0,!0)},n.key&&n.key!==t?180:0);return()=>clearTimeout(f)},[t,ms.value]);let u=i.search||i.tags||i.stars!=="0"||i.state!=="all",d=f=>o(_=>_.includes(f)?_.filter(y=>y!==f):[..._,f]);return p("main",{class:"page library","data-ready":String(n.total!==null),children:[p("h1",{children:ie.nav.library}),p("div",{class:"filters",role:"search",children:[p("label",{class:"searchbox",children:[p(Pt,{name:"search",size:16}),p("input",{type:"search","aria-label":lt.search,placeholder:lt.searchHint,value:i.search,onInput:f=>$e({search:f.currentTarget.value})})]}),p(Sn,{small:!0,label:lt.status,value:i.state,onChange:f=>$e({state:f}),options:dw.map(f=>[f,lt[f]])}),p("select",{"aria-label":ie.inspector.stars,value:i.stars,onChange:f=>$e({stars:f.currentTarget.value}),children:[p("option",{value:"0",children:lt.any}),[1,2,3,4,5].map(f=>p("option",{value:f,children:Ce(lt.atLeast,{n:f})},f))]}),p("select",{"aria-label":lt.sort,value:i.sort,onChange:f=>$e({sort:f.currentTarget.value}),children:hw.map(f=>p("option",{value:f,children:lt[f]},f))}),p("span",{class:"grow"}),p(Ne,{icon:"bin",label:lt.bin,small:!0,kind:"ghost",onClick:()=>c(!0)})]}),n.tags.length>0&&p("div",{class:"collections",role:"group","aria-label":lt.collections,children:n.tags.slice(0,24).map(f=>{let _=i.tags.split(",").filter(Boolean),y=_.includes(f);return p("button",{type:"button",class:`chip ${y?"on":""}`,"aria-pressed":String(y),onClick:()=>$e({tags:(y?_.filter(g=>g!==f):[..._,f]).join(",")}),children:f},f)})}),p("p",{class:"quiet count-line","aria-live":"polite",children:[n.total===null||!n.total&&!u?"":n.total===1?lt.one:Ce(lt.count,{n:Et(n.total)}),u&&p("button",{type:"button",class:"textlink",onClick:()=>$e({search:"",tags:"",stars:"0",state:"all"}),children:lt.clear})]}),n.notice&&p("p",{class:"quiet",children:n.notice}),n.total===0&&(u?p("p",{class:"message-line",children:lt.noMatch}):p(pw,{})),n.total>0&&p(mw,{pages:n,load:h,selected:r,toggle:d,refresh:()=>h(0,!0)}),r.length>0&&p(_w,{selected:r,clear:()=>o([]),done:()=>{o([]),l.current=new Set,h(0,!0)}}),a&&p(xw,{onClose:()=>{c(!1),l.current=new Set,h(0,!0),gs()}})]})}var fw=i=>({search:i.search,tags:i.tags,stars:i.stars,state:i.state,sort:i.sort});function pw(){return p("div",{class:"welcome inline",children:[p("p",{class:"welcome-title",children:lt.empty}),p("p",{class:"quiet",children:lt.emptyText}),p(Qd,{})]})}function mw({pages:i,load:e,selected:t,toggle:n,refresh:s}){let r=bt(null),[o,a]=ke({width:800,height:800,scroll:0});Mr(()=>{let g=r.current.closest(".page"),m=()=>a({width:r.current.clientWidth,height:g.clientHeight,scroll:Math.max(0,g.scrollTop-r.current.offsetTop)});m(),g.addEventListener("scroll",m,{passive:!0});let b=new ResizeObserver(m);return b.observe(r.current),()=>{g.removeEventListener("scroll",m),b.disconnect()}},[]);let{columns:c,row:l,rows:h,first:u,last:d}=c0({...o,total:i.total,minCard:o.width<520?140:176}),f=u*c,_=Math.min(i.total,d*c);be(()=>{for(let g=Math.floor(f/Ba);g*Ba<_;g++)e(g)},[f,_,i.key]);let y=[];for(let g=f;g<_;g++)y.push(i.rows[g]||null);return p("div",{class:"cards-space",ref:r,style:{height:`${h*l}px`},children:p("ul",{class:"library-grid",style:{gridTemplateColumns:`repeat(${c}, 1fr)`,transform:`translateY(${u*l}px)`},children:y.map((g,m)=>p("li",{style:{height:`${l-14}px`},children:g?p(gw,{run:g,on:t.includes(g.name),toggle:n,refresh:s}):p("span",{class:"card-gap"})},g?g.name:`gap-${f+m}`))})})}function gw({run:i,on:e,toggle:t}){let[n,s]=ke(i.stars);be(()=>s(i.stars),[i.stars]);let r=Io.value.get(i.name);be(()=>{r&&s(r.stars)},[r]);let o=async l=>{let h=n;s(l),await ot(()=>en(`${Lt(i.name)}/stars`,{stars:l}))||s(h)},a=i.prompt||i.name,c=i.status==="done"?"":lt[i.status]||i.status;return p("article",{class:`result ${e?"selected":""} ${i.status}`,children:[p("button",{type:"button",class:"result-open","aria-label":[Ce(lt.open,{prompt:a}),c].filter(Boolean).join(", "),onClick:()=>mt({run:i.name}),children:[p(_s,{run:i}),c&&p("span",{class:"badge",children:c})]}),p("label",{class:"result-select",children:p("input",{type:"checkbox",checked:e,"aria-label":Ce(lt.select,{prompt:a}),onChange:()=>t(i.name)})}),p("div",{class:"result-text",children:[p("span",{class:"result-name",title:a,children:a}),p("span",{class:"quiet",title:i.tags.join(", "),children:[$s(i.created),ie.prompt[i.preset]||i.preset,...i.tags].join(" \xB7 ")}),p("span",{class:"result-row",children:[p(al,{small:!0,value:n,onChange:o,name:`stars-${i.name}`}),p(Ne,{icon:"sliders",label:ie.inspector.use,bare:!0,small:!0,onClick:()=>_o(i)})]})]})]})}function _w({selected:i,clear:e,done:t}){return p("div",{class:"selection",role:"toolbar","aria-label":Ce(lt.selected,{n:i.length}),children:[p("b",{children:Ce(lt.selected,{n:i.length})}),p(Ne,{icon:"compare",label:lt.compare,small:!0,disabled:i.length<2||i.length>4,onClick:()=>mt({compare:i.join(",")})}),p(_n,{icon:"tag",label:lt.tag,bare:!1,small:!0,side:"above",children:n=>p("form",{class:"form",onSubmit:async s=>{s.preventDefault();let r=new FormData(s.currentTarget).get("tag");await ot(()=>en("/runs/tag",{runs:i,tag:r}))&&(n(),t())},children:[p("label",{children:[p("span",{children:ie.inspector.addTag}),p("input",{name:"tag",type:"text",required:!0,maxLength:32})]}),p(Ne,{kind:"primary",type:"submit",label:lt.tag})]})}),p("a",{class:"button small",href:ht("/zip",{runs:i.join(",")}),download:!0,children:[p(Pt,{name:"download",size:16}),p("span",{children:lt.zip})]}),p(Ne,{icon:"bin",label:lt.delete,small:!0,onClick:async()=>{await rf(i)&&t()}}),p(Ne,{icon:"close",label:lt.clearSelection,bare:!0,small:!0,onClick:e})]})}function xw({onClose:i}){let[e,t]=ke(null),[n,s]=ke(!1),r=()=>ot(async()=>t((await Ft("/bin")).runs));return be(()=>{r()},[]),e?p(ll,{title:lt.bin,onClose:i,footer:e.length>0&&(n?p(et,{children:[p("span",{class:"grow",children:Ce(lt.sure,{n:e.length})}),p(Ne,{label:ie.cancel,onClick:()=>s(!1)}),p(Ne,{kind:"danger",icon:"bin",label:lt.purge,onClick:async()=>{await ot(()=>en("/bin/purge",{runs:e.map(o=>o.name)})),s(!1),r()}})]}):p(et,{children:[p("span",{class:"grow"}),p(Ne,{icon:"bin",kind:"ghost danger",label:lt.emptyBin,onClick:()=>s(!0)})]})),children:e.length===0?p("p",{class:"quiet",children:lt.binEmpty}):p("ul",{class:"binned",children:e.map(o=>p("li",{children:[p("span",{children:[p("b",{children:o.prompt||o.name}),p("small",{class:"quiet",children:$s(o.deleted)})]}),p(Ne,{icon:"undo",label:lt.restore,small:!0,onClick:async()=>{await ot(()=>en("/bin/restore",{runs:[o.name]})),Wn(`${lt.restore}: ${o.prompt||o.name}`),r()}})]},o.name))})}):null}var Fn=ie.settings;function of(i){Ar.value=i,localStorage.setItem("bozzetto-theme",i),setTimeout(()=>window.dispatchEvent(new Event("bozzetto-theme")),50)}var h0=i=>i.charAt(0).toUpperCase()+i.slice(1);function d0({models:i,icon:e}){return p("ul",{class:"models",children:i.map(t=>p("li",{class:e==="check"?"":"off",children:[p(Pt,{name:e,size:16}),p("span",{children:[p("b",{children:t.name}),p("small",{children:[h0(t.what),t.why&&!t.available?`. ${h0(t.why)}`:""]})]})]},t.name))})}function f0(){let[i,e]=ke(null);be(()=>{ot(async()=>e(await Ft("/settings")))},[]);let t="Notification"in window&&Notification.permission==="denied";return p("main",{class:"page settings","data-ready":String(!!i),children:[p("h1",{children:Fn.title}),p("section",{children:[p("h2",{children:Fn.look}),p(Sn,{label:Fn.look,value:Ar.value,onChange:of,options:["system","light","dark"].map(n=>[n,Fn[n]])}),tn.value&&p("label",{class:"form",children:[p("span",{class:"quiet",children:Fn.language}),p("select",{"aria-label":Fn.language,value:ie.language,onChange:n=>rp(n.currentTarget.value),children:Object.entries(tn.value.languages).map(([n,s])=>p("option",{value:n,lang:n,children:s},n))})]}),"Notification"in window&&p(Jn,{label:Fn.notify,checked:Po.value,disabled:t,onChange:Bu}),t&&p("p",{class:"quiet",children:Fn.notifyOff})]}),i&&p(et,{children:[p("section",{children:[p("h2",{children:Fn.models}),p(d0,{models:i.models.filter(n=>n.available),icon:"check"}),i.models.some(n=>!n.available)&&p("details",{children:[p("summary",{children:ie.prompt.unavailable}),p(d0,{models:i.models.filter(n=>!n.available),icon:"close"})]})]}),p("section",{children:[p("h2",{children:Fn.machine}),p("dl",{class:"facts wide",children:[p("dt",{children:Fn.version}),p("dd",{children:i.version}),p("dt",{children:Fn.folder}),p("dd",{class:"path",children:i.folder}),p("dt",{children:Fn.free}),p("dd",{children:Ce(Fn.freeText,{disk:i.freeDisk,memory:i.freeMemory})})]}),p("ul",{class:"models checks",children:i.checks.map(n=>p("li",{class:n.ok?"":n.needed?"bad":"off",children:[p(Pt,{name:n.ok?"check":"close",size:16}),p("span",{children:[p("b",{children:n.name})," ",n.result,n.fix&&p("small",{children:n.fix})]})]},n.name))}),p("p",{class:"quiet",children:Fn.about})]})]})]})}var p0=`/* Warm neutral ground, one accent, three sizes of type: small for what accompanies, medium for what is read, large for
   what is looked at. Panels float over the stage. */
.bz {
  --ground: #efebe4; --panel: #fbf9f5; --panel-2: #f3eee6; --ink: #231f1b; --muted: #655c51; --line: #ddd5c8;
  --accent: #a3481a; --accent-ink: #ffffff; --wash: #f5e4d8; --good: #3d6b3a; --bad: #a1261b;
  --shadow: 0 1px 2px rgba(60, 42, 22, .06), 0 8px 28px rgba(60, 42, 22, .10);
  --small: 12.5px; --medium: 14.5px; --large: clamp(22px, 2vw, 30px);
  --display: "Bricolage Grotesque", "Instrument Sans", system-ui, sans-serif;
  --text: "Instrument Sans", system-ui, -apple-system, "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  position: fixed; inset: 0; z-index: 1000; font: var(--medium)/1.4 var(--text); color: var(--ink);
}
.shell { position: absolute; inset: 0; background: var(--ground); color: var(--ink); overflow: hidden;
  --stage: #efebe4; --stage-edge: #dfd7ca; --stage-ink: #2a241e; }
.shell[data-theme="dark"] {
  --ground: #1a1714; --panel: #25211d; --panel-2: #302a25; --ink: #f1ebe2; --muted: #b8ad9e; --line: #3d362f;
  --accent: #e58f5b; --accent-ink: #1c130d; --wash: #442e20; --good: #9cc79a; --bad: #ff9d8f;
  --shadow: 0 1px 2px rgba(0, 0, 0, .3), 0 10px 34px rgba(0, 0, 0, .38);
  --stage: #2b2621; --stage-edge: #171411; --stage-ink: #efe7db; color-scheme: dark;
}
.shell *, .shell *::before, .shell *::after { box-sizing: border-box; }
/* Of one class's weight, so that every rule below overrules it. */
.shell :where(h1, h2, h3, p, ul, dl, dd, figure, fieldset) { margin: 0; padding: 0; border: 0; }
.shell :where(ul) { list-style: none; }
.shell h1, .shell h2, .shell h3, .welcome-title { font-family: var(--display); font-weight: 600; letter-spacing: -.01em; line-height: 1.15; }
.shell button, .shell input, .shell select, .shell textarea { font: inherit; color: inherit; letter-spacing: inherit; }
.shell button { background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
.shell button:disabled { cursor: default; }
.shell a { color: inherit; }
.shell :focus { outline: none; }
.shell :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.shell h1:focus-visible, .canvas canvas:focus-visible { outline-offset: -3px; }
.hidden { position: absolute !important; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 12px; top: -60px; z-index: 30; padding: 8px 14px; background: var(--panel); border-radius: 8px; }
.skip:focus { top: 8px; }
.grow { flex: 1; }
.quiet { color: var(--muted); font-size: var(--small); }
.problem { color: var(--bad); }
.icon { flex: none; display: block; }
.row { display: flex; gap: 8px 14px; flex-wrap: wrap; align-items: center; }
.textlink { color: var(--accent) !important; font-size: var(--small) !important; text-decoration: underline; text-underline-offset: 3px; }

/* Buttons and fields. */
.shell .button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 36px; padding: 6px 13px; border-radius: 9px; background: var(--panel-2);
  border: 1px solid var(--line); text-decoration: none; white-space: nowrap; transition: background .12s, border-color .12s, color .12s; }
.shell .button:hover:not(:disabled) { border-color: color-mix(in srgb, var(--ink) 35%, var(--line)); }
.shell .button.bare { padding: 0; width: 36px; background: none; border-color: transparent; }
.shell .button.bare:hover:not(:disabled) { background: var(--panel-2); border-color: transparent; }
.shell .button.small { min-height: 30px; padding: 3px 10px; font-size: var(--small); gap: 6px; }
.shell .button.small.bare { width: 30px; padding: 0; }
.shell .button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; }
.shell .button.primary:hover:not(:disabled) { background: color-mix(in srgb, var(--accent) 86%, var(--ink)); }
.shell .button.ghost { background: none; border-color: transparent; color: var(--muted); }
.shell .button.ghost:hover { color: var(--ink); background: var(--panel-2); }
.shell .button.danger { color: var(--bad); }
.shell .button.block { width: 100%; }
.shell .button:disabled { color: var(--muted); opacity: .62; }
.shell .button.primary:disabled { background: var(--panel-2); border-color: var(--line); color: var(--muted); opacity: 1; }
.shell .button[aria-pressed="true"], .shell .button.active { color: var(--accent); background: var(--wash); }
.shell input[type="text"], .shell input[type="number"], .shell input[type="search"], .shell select { min-height: 34px; padding: 4px 10px; border-radius: 8px; border: 1px solid var(--line);
  background: var(--panel); width: 100%; min-width: 0; }
.shell ::placeholder { color: var(--muted); opacity: 1; }
.shell input[type="range"] { accent-color: var(--accent); width: 100%; height: 24px; margin: 0; }
.shell input[type="checkbox"] { accent-color: var(--accent); width: 17px; height: 17px; margin: 0; flex: none; }
.form { display: grid; gap: 11px; min-width: 220px; }
.form > label:not(.toggle):not(.slider), .fields label { display: grid; gap: 4px; }
.form label > span, .fields label > span, .row > .label { color: var(--muted); font-size: var(--small); }
.form label.toggle > span { color: inherit; font-size: inherit; }
.form .with { display: flex; gap: 4px; }
.toggle { display: inline-flex; align-items: center; gap: 9px; cursor: pointer; min-height: 28px; }
.slider { display: grid; grid-template-columns: 70px 1fr; align-items: center; gap: 8px; }
.segments { display: inline-flex; padding: 2px; gap: 2px; background: var(--panel-2); border-radius: 9px; border: 1px solid var(--line); max-width: 100%; }
.shell .segments button { padding: 4px 11px; border-radius: 7px; min-height: 28px; color: var(--muted); white-space: nowrap; text-align: center; flex: 1; }
.shell .segments.small button { padding: 2px 9px; min-height: 24px; font-size: var(--small); }
.shell .segments button.on { background: var(--panel); color: var(--ink); box-shadow: 0 1px 2px rgba(40, 25, 10, .16); font-weight: 600; }
.shell[data-theme="dark"] .segments button.on { background: #4a4138; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; }
.shell .chip { display: inline-flex; gap: 6px; align-items: center; padding: 4px 11px; min-height: 28px; border-radius: 14px; background: var(--panel); border: 1px solid var(--line); font-size: var(--small); white-space: nowrap; }
.shell button.chip:hover, .shell .chip button:hover { border-color: var(--accent); color: var(--accent); }
.shell .chip.note { color: var(--muted); background: color-mix(in srgb, var(--panel) 80%, transparent); border-style: dashed; }
.shell .chip.note button { color: var(--accent); text-decoration: underline; text-underline-offset: 2px; }
.shell .chip.on { background: var(--wash); border-color: var(--accent); color: var(--accent); font-weight: 600; }
.shell .chip.link { color: var(--accent); }
.ring { flex: none; } .ring-track { stroke: color-mix(in srgb, var(--ink) 14%, transparent); } .ring-value { stroke: var(--accent); transition: stroke-dashoffset .5s; }
.ring.turning { animation: bz-turn 1.4s linear infinite; } .ring.failed .ring-value, .ring.damaged .ring-value { stroke: var(--bad); } .ring.paused .ring-value, .ring.queued .ring-value { stroke: var(--muted); }
.ring.done .ring-value { stroke: var(--good); }
@keyframes bz-turn { to { transform: rotate(360deg); } }
.stars { display: inline-flex; } .shell .stars button { color: color-mix(in srgb, var(--muted) 82%, transparent); padding: 3px; min-width: 24px; min-height: 24px; display: grid; place-items: center; } .shell .stars button.on { color: var(--accent); }
.popover { position: relative; display: inline-flex; }
.popover-panel { position: absolute; z-index: 20; left: 50%; transform: translateX(-50%); top: calc(100% + 8px); padding: 13px; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow);
  width: max-content; max-width: min(340px, calc(100vw - 24px)); max-height: min(62vh, 520px); overflow: auto; }
.popover.above .popover-panel { top: auto; bottom: calc(100% + 8px); } .popover.align-start .popover-panel { left: 0; transform: none; } .popover.align-end .popover-panel { left: auto; right: 0; transform: none; }
.choices { display: grid; min-width: 180px; } .shell .choices button { display: flex; align-items: center; gap: 10px; padding: 6px 8px; border-radius: 8px; } .shell .choices button:hover { background: var(--panel-2); } .shell .choices button.on { background: var(--wash); color: var(--accent); font-weight: 600; }
.choices kbd { margin-left: auto; font: var(--small) var(--text); color: var(--muted); }
.swatch { width: 20px; height: 20px; border-radius: 50%; border: 1px solid var(--line); background: #cdbba6; }
.swatch.lit { background: radial-gradient(circle at 35% 30%, #fff4e8, #c98a5e 45%, #5a341d); } .swatch.base { background: #c98a5e; } .swatch.normals { background: conic-gradient(from 30deg, #8080ff, #ff80c0, #80ffb0, #8080ff); }
.swatch.roughness { background: linear-gradient(90deg, #222, #eee); } .swatch.metallic { background: linear-gradient(135deg, #111, #bbb 50%, #222); } .swatch.occlusion { background: radial-gradient(circle at 50% 50%, #fff 30%, #888); }
.swatch.uv { background: conic-gradient(#7aa, #eee 0 25%, #c86 0 50%, #eee 0 75%, #7aa 0); } .swatch.matcap { background: radial-gradient(circle at 36% 30%, #fff3e6, #a3714f 60%, #553526); }
.colours { display: grid; grid-template-columns: repeat(2, minmax(110px, 1fr)); gap: 2px; } .shell .colours button { display: flex; gap: 9px; align-items: center; padding: 5px 8px; border-radius: 8px; } .shell .colours button:hover { background: var(--panel-2); }
.colours i, .palette i { width: 18px; height: 18px; border-radius: 50%; border: 1px solid rgba(0, 0, 0, .22); flex: none; } .palette i.none { background: linear-gradient(135deg, transparent 46%, var(--bad) 46% 54%, transparent 54%); }

/* Top bar. */
.topbar { position: absolute; z-index: 12; left: 0; right: 0; top: 0; height: 52px; display: flex; align-items: center; gap: 6px; padding: 0 14px; }
.shell .brand { display: flex; align-items: center; gap: 9px; font: 650 19px/1 var(--display); letter-spacing: -.02em; padding: 6px 12px 6px 2px; border-radius: 9px; }
.mark-clay { fill: var(--accent); } .mark-cut { fill: none; stroke: var(--ground); stroke-width: 1.7; stroke-linecap: round; } .mark-stand { stroke: var(--ink); stroke-width: 2; stroke-linecap: round; fill: none; }
.topbar nav { display: flex; gap: 2px; } .shell .topbar nav button { padding: 6px 12px; border-radius: 9px; color: var(--muted); min-height: 36px; } .shell .topbar nav button:hover { color: var(--ink); } .shell .topbar nav button.on { color: var(--ink); font-weight: 600; }
.shell .topbar nav button.on::after { content: ""; display: block; height: 2px; border-radius: 2px; background: var(--accent); margin-top: 2px; }
.shell .making { display: flex; align-items: center; gap: 8px; padding: 4px 12px 4px 6px; border-radius: 18px; background: var(--panel); border: 1px solid var(--line); max-width: 260px; font-size: var(--small); } .making span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

/* The stage. */
.center { position: absolute; inset: 0; background: radial-gradient(ellipse 75% 70% at 50% 46%, color-mix(in srgb, var(--stage) 62%, #fff8) , var(--stage) 48%, var(--stage-edge) 100%); overflow: hidden; }
.shell[data-theme="dark"] .center { background: radial-gradient(ellipse 70% 66% at 50% 44%, #3d362f, var(--stage) 52%, var(--stage-edge) 100%); }
.center[hidden] { display: none; }
.shell .center.ground-white { background: #fff; --stage-ink: #231f1b; } .shell .center.ground-dark { background: radial-gradient(circle at 50% 45%, #2c2a28, #121110); --stage-ink: #f1ebe2; }
.shell .center.ground-checker { background: repeating-conic-gradient(#d8d3cb 0 25%, #f1ede6 0 50%) 0 0 / 26px 26px; --stage-ink: #231f1b; }
.canvas { position: absolute; inset: 0; } .canvas canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; cursor: grab; } .canvas canvas:active { cursor: grabbing; }
.field { position: absolute; object-fit: contain; pointer-events: none; filter: drop-shadow(0 14px 18px rgba(30, 18, 8, .16)); }
.field-problem { position: absolute; left: var(--left, 0); right: var(--right, 0); bottom: calc(var(--bottom, 0px) + 8px); text-align: center; color: var(--bad); font-size: var(--small); pointer-events: none; }
.tools { position: absolute; z-index: 8; top: 56px; left: calc(50% + (var(--left, 0px) - var(--right, 0px)) / 2); transform: translateX(-50%); display: flex; padding: 3px; gap: 1px; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
.labels { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
.dimension { position: absolute; transform: translate(-50%, -50%); padding: 1px 8px; border-radius: 10px; background: var(--panel); border: 1px solid var(--line); font-size: var(--small); font-variant-numeric: tabular-nums; white-space: nowrap; }
.cell-name { position: absolute; font-size: var(--small); padding: 3px 10px; border-radius: 11px; background: color-mix(in srgb, var(--panel) 88%, transparent); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.gizmo { position: absolute; right: calc(var(--right, 0px) + 10px); bottom: calc(var(--bottom, 0px) + 2px); overflow: visible; } .gizmo [role="button"] { cursor: pointer; }
.gizmo line { stroke-width: 2; } .gizmo text { font: 600 10px var(--text); fill: #fff; } .axis-x line { stroke: #b8402f; } .axis-x circle { fill: #b8402f; } .axis-y line { stroke: #4a7a3a; } .axis-y circle { fill: #4a7a3a; } .axis-z line { stroke: #3a689c; } .axis-z circle { fill: #3a689c; }
.loading { position: absolute; left: calc(50% + (var(--left, 0px) - var(--right, 0px)) / 2); top: 50%; transform: translate(-50%, -50%); padding: 8px 16px; border-radius: 10px; background: var(--panel); color: var(--muted); animation: bz-late .1s .5s both; }
@keyframes bz-late { from { opacity: 0; } to { opacity: 1; } }
.message, .welcome, .batch, .views { position: absolute; left: var(--left, 0); right: var(--right, 0); top: 56px; bottom: var(--bottom, 0); }
.message { display: flex; flex-direction: column; gap: 14px; align-items: center; justify-content: center; text-align: center; padding: 24px; pointer-events: none; } .message > * { pointer-events: auto; } .message p { max-width: 440px; font: 600 20px/1.3 var(--display); } .message small { display: block; margin-top: 8px; font: var(--medium)/1.4 var(--text); color: var(--muted); overflow-wrap: anywhere; } .message.low { justify-content: flex-end; }
.progress { position: absolute; z-index: 6; left: calc(50% + (var(--left, 0px) - var(--right, 0px)) / 2); top: 62px; transform: translateX(-50%); display: flex; gap: 13px; align-items: center; padding: 7px 20px 7px 8px; border-radius: 32px; background: var(--panel); border: 1px solid var(--line); box-shadow: var(--shadow); max-width: calc(100vw - 32px); }
.progress p { display: grid; line-height: 1.25; } .progress b { font-weight: 600; } .progress small { color: var(--muted); font-size: var(--small); font-variant-numeric: tabular-nums; }
.views { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 12px; pointer-events: none; padding: 8px 12px; }
.views-grid { display: grid; grid-template-columns: repeat(2, 1fr); gap: 10px; width: min(100%, calc(100vh - var(--bottom, 160px) - 130px), 660px); }
.view { position: relative; display: block; aspect-ratio: 1; border-radius: 14px; background-size: 400% 100%; background-color: color-mix(in srgb, var(--panel) 55%, transparent); transition: opacity .25s; }
.views .view small { position: absolute; left: 10px; bottom: 8px; font-size: var(--small); color: #5d554b; background: rgba(255, 255, 255, .78); border-radius: 9px; padding: 0 8px; } .views.blank .view small { color: var(--muted); background: none; }
.views.dim { top: 126px; } .views.dim .views-grid { width: min(100%, calc(100vh - var(--bottom, 160px) - 180px), 660px); } .views.dim .view { opacity: .82; } .views.stale .view { opacity: .45; } .views figcaption { color: var(--muted); font-size: var(--small); }
.split-line { position: absolute; width: 0; border-left: 2px solid var(--panel); } .split-handle { position: absolute; left: -17px; top: 50%; width: 32px; height: 44px; border-radius: 12px; background: var(--panel); border: 1px solid var(--line); box-shadow: var(--shadow); cursor: ew-resize; touch-action: none; }
.split-handle::after { content: ""; position: absolute; inset: 14px 12px; border-inline: 2px solid var(--muted); } .split-name { position: absolute; top: 8px; font-size: var(--small); background: var(--panel); padding: 1px 10px; border-radius: 10px; } .split-name.left { right: 10px; } .split-name.right { left: 10px; }
.dropping { position: absolute; inset: 12px; z-index: 15; border: 2px dashed var(--accent); border-radius: 16px; display: grid; place-items: center; background: color-mix(in srgb, var(--ground) 82%, transparent); font: 600 22px var(--display); }
.welcome { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 6px; padding: 0 16px; text-align: center; } .welcome.inline { position: static; padding: 8vh 16px; gap: 14px; } .welcome.inline .chips { justify-content: center; }
.welcome-title { font-size: var(--large); } .welcome-row { display: flex; gap: 8px; margin-bottom: 14px; max-width: 100%; align-items: flex-end; }
.shell .welcome-card { width: min(220px, 27vw); text-align: center; border-radius: 18px; padding: 8px; color: var(--muted); font-size: var(--small); } .shell .welcome-card:hover { background: color-mix(in srgb, var(--panel) 60%, transparent); color: var(--ink); } .shell .welcome-card span:last-child { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.examples-grid { display: grid; grid-template-columns: repeat(3, minmax(0, 190px)); gap: 4px 10px; margin-bottom: 14px; max-width: 100%; } .shell .examples-grid .welcome-card { width: 100%; }
.thumb { position: relative; display: block; aspect-ratio: 1; } .thumb img { width: 100%; height: 100%; object-fit: contain; display: block; transition: opacity .15s; } .thumb img.under { opacity: 0; } .thumb .view { border-radius: 12px; position: absolute; inset: 0; }
.thumb-turn { position: absolute; inset: 0; background-size: 1200% 100%; animation: bz-strip 3.4s steps(12) infinite; } @keyframes bz-strip { to { background-position-x: calc(1200% / 11); } }
.thumb-none { display: grid; place-items: center; height: 100%; color: var(--muted); font-size: var(--small); text-align: center; }
.batch { display: flex; flex-direction: column; gap: 12px; align-items: center; justify-content: center; padding: 6px 16px; } .batch header { text-align: center; }
.batch-grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px; width: min(100%, calc(100vh - var(--bottom, 160px) - 240px)); min-width: min(100%, 300px); } .batch-grid.n3, .batch-grid.n6, .batch-grid.n8 { grid-template-columns: repeat(3, minmax(0, 1fr)); width: min(100%, calc((100vh - var(--bottom, 160px) - 240px) * 1.4)); } .batch-grid.n8 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.shell .batch-cell { width: 100%; border-radius: 16px; background: color-mix(in srgb, var(--panel) 72%, transparent); border: 1px solid var(--line); padding: 8px; } .shell .batch-cell:hover { border-color: var(--accent); } .batch-text { display: flex; gap: 8px; align-items: center; font-size: var(--small); min-height: 24px; } .batch-text small { color: var(--muted); margin-left: auto; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; font-size: inherit; }
.differences { position: absolute; z-index: 7; left: calc(var(--left, 0px) + 12px); right: calc(var(--right, 0px) + 12px); bottom: calc(var(--bottom, 0px) - 26px); background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 8px 14px; max-height: 40%; overflow: auto; } .differences summary { cursor: pointer; font-weight: 600; }
.differences table { border-collapse: collapse; width: 100%; font-size: var(--small); margin-top: 6px; } .differences th, .differences td { text-align: left; padding: 4px 12px 4px 0; border-top: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; } .differences th[scope="row"] { color: var(--muted); }

/* Left: queue and film. */
.strip { position: absolute; z-index: 9; left: 12px; top: 58px; bottom: 12px; width: 212px; display: flex; flex-direction: column; background: var(--panel); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); overflow: hidden; }
.strip-scroll { flex: 1; overflow-y: auto; padding: 12px 10px; scrollbar-width: thin; } .strip h2 { font-size: var(--small); font-family: var(--text); color: var(--muted); font-weight: 600; letter-spacing: 0; margin: 2px 4px 8px; display: flex; justify-content: space-between; } .strip h2 small { font-weight: 400; font-size: inherit; } .strip section + section { margin-top: 14px; } .strip-scroll p { padding: 0 4px; }
.strip footer { border-top: 1px solid var(--line); padding: 6px; } .strip footer .button { width: 100%; }
.queue li { position: relative; display: flex; align-items: center; border-radius: 11px; } @media (hover: hover) { .queue li > .button { position: absolute; right: 4px; opacity: 0; background: var(--panel-2) !important; } .queue li > .button:first-of-type:not(:last-of-type) { right: 36px; } .queue li:hover > .button, .queue li:focus-within > .button { opacity: 1; } } .queue li:hover, .queue li.current { background: var(--panel-2); } .shell .queue-open { flex: 1; min-width: 0; display: flex; gap: 10px; align-items: center; padding: 7px 4px 7px 8px; } .queue-text { min-width: 0; display: grid; line-height: 1.25; } .queue-text b { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .queue-text small { color: var(--muted); font-size: var(--small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.film { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 6px; } .shell .shot { width: 100%; border-radius: 12px; padding: 4px 4px 6px; border: 1.5px solid transparent; } .shell .shot:hover { background: var(--panel-2); } .shell .shot.current { border-color: var(--accent); background: var(--wash); } .shot-name, .shot-when { display: block; font-size: 12px; line-height: 1.3; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding: 0 3px; } .shot-when { color: var(--muted); } .shot.failed .shot-when, .shot.damaged .shot-when { color: var(--bad); }

/* Right: the inspector. */
.inspector { position: absolute; z-index: 9; right: 12px; top: 58px; bottom: 12px; width: 304px; display: flex; flex-direction: column; gap: 12px; padding: 16px; background: var(--panel); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); }
.shell:not(.inspected) .inspector { display: none; }
.inspector-head { display: grid; gap: 3px; justify-items: start; } .inspector-head h2 { font-size: 21px; overflow-wrap: anywhere; max-height: 4.6em; overflow: hidden; } .inspector-head .stars { margin-left: -3px; }
.actions { display: grid; grid-template-columns: 1fr 1fr; gap: 6px; } .inspector > .textlink { justify-self: start; align-self: flex-start; }
.actions .button { justify-content: flex-start; padding: 6px 10px; width: 100%; min-width: 0; font-size: 13.5px; } .actions .popover { min-width: 0; } .actions .popover-panel .button { justify-content: center; font-size: inherit; } .actions .button span { overflow: hidden; text-overflow: ellipsis; }
.inspector-scroll { flex: 1; overflow-y: auto; margin: 0 -16px -16px; padding: 2px 16px 16px; display: flex; flex-direction: column; gap: 14px; scrollbar-width: thin; } .inspector-scroll > * { flex: none; } .inspector h3, .page h3 { font-size: var(--small); font-family: var(--text); color: var(--muted); letter-spacing: 0; margin-bottom: 6px; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 5px 14px; font-size: 13.5px; } .facts dt { color: var(--muted); } .facts dd { text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; } .facts.wide dd { text-align: left; } .path { overflow-wrap: anywhere; }
.tags { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; } .tag { display: inline-flex; align-items: center; gap: 4px; padding: 2px 4px 2px 11px; background: var(--panel-2); border: 1px solid var(--line); border-radius: 13px; font-size: var(--small); } .shell .tag button { padding: 6px; margin: -2px; } .shell .tags input { flex: 1; min-width: 90px; min-height: 28px; border-color: transparent; background: none; padding: 2px 4px; font-size: var(--small); }
.stills { display: grid; grid-template-columns: repeat(4, 1fr); gap: 5px; } .stills img { width: 100%; border-radius: 8px; background: #fff; display: block; } .history img { width: 100%; border-radius: 10px; display: block; background: #fff; } .history input { margin-top: 4px !important; }
.files li + li { border-top: 1px solid var(--line); } .files a { display: flex; gap: 9px; align-items: center; padding: 7px 2px; text-decoration: none; font-size: 13.5px; } .files a:hover { color: var(--accent); } .files span { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .files small { color: var(--muted); font-size: var(--small); }
.advanced summary, .form summary { cursor: pointer; color: var(--muted); font-size: var(--small); } .advanced[open] { display: grid; gap: 12px; } .chart figcaption { display: flex; justify-content: space-between; font-size: var(--small); color: var(--muted); margin: 8px 0 3px; } .chart b { color: var(--ink); font-weight: 600; } .chart svg { width: 100%; height: 74px; background: var(--panel-2); border-radius: 8px; display: block; } .chart polyline { fill: none; stroke: var(--accent); stroke-width: 1.6; vector-effect: non-scaling-stroke; }
.state { font-weight: 600; } .state small { display: block; font-weight: 400; color: var(--muted); font-size: var(--small); overflow-wrap: anywhere; } .nothing { margin: auto; text-align: center; }

/* Bottom: the prompt. */
.promptbar { position: absolute; z-index: 10; left: calc(50% + (var(--left, 0px) - var(--right, 0px)) / 2); bottom: 14px; transform: translateX(-50%); width: min(720px, calc(100vw - var(--left, 0px) - var(--right, 0px) - 40px)); display: grid; gap: 9px; pointer-events: none; } .promptbar > * { pointer-events: auto; }
.promptbar .chips { justify-content: center; min-height: 28px; max-height: 62px; overflow: hidden; pointer-events: none; } .promptbar .chips > * { pointer-events: auto; box-shadow: 0 1px 3px rgba(50, 32, 12, .06); }
.promptbox { background: var(--panel); border: 1px solid var(--line); border-radius: 18px; box-shadow: var(--shadow); padding: 12px 12px 10px 18px; } .promptbox:focus-within { border-color: color-mix(in srgb, var(--accent) 60%, var(--line)); }
.shell .promptbox textarea { display: block; width: 100%; border: 0; background: none; resize: none; padding: 2px 0 8px; font-size: 18px; line-height: 1.35; overflow-y: auto; } .shell .promptbox textarea:focus-visible { outline: none; }
.promptrow { display: flex; align-items: center; gap: 8px; } .count { display: inline-flex; align-items: center; gap: 2px; color: var(--muted); } .shell .count select { border: 0; background: none; padding: 2px 4px; min-height: 28px; width: auto; font-size: var(--small); color: var(--ink); } .shell .count select option { background: var(--panel); }
.promptline { flex: 1; min-width: 0; text-align: right; color: var(--muted); font-size: var(--small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .promptline.problem { color: var(--bad); white-space: normal; max-height: 3em; }
.promptrow .primary { min-width: 92px; flex-direction: row-reverse; }

/* Pages. */
.page { position: absolute; inset: 52px 0 0; overflow-y: auto; padding: 18px clamp(16px, 3.4vw, 56px) 60px; scrollbar-width: thin; } .page h1 { font-size: var(--large); margin-bottom: 12px; } .lead { font-size: 16px; color: var(--muted); max-width: 62ch; margin-bottom: 14px !important; }
.filters { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin-bottom: 12px; } .shell .filters select { width: auto; } .searchbox { position: relative; flex: 0 1 300px; min-width: 200px; } .searchbox .icon { position: absolute; left: 11px; top: 9px; color: var(--muted); } .shell .searchbox input { padding-left: 34px; }
.collections { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 10px; } .count-line { display: flex; gap: 12px; margin-bottom: 10px !important; min-height: 18px; } .message-line { padding: 40px 0 !important; text-align: center; color: var(--muted); }
.cards-space { position: relative; } .library-grid { position: absolute; inset: 0 0 auto; display: grid; gap: 14px; } .library-grid li { min-width: 0; }
.result { position: relative; height: 100%; display: flex; flex-direction: column; border-radius: 16px; } .shell .result-open { position: relative; display: block; border-radius: 16px; background: radial-gradient(ellipse at 50% 42%, color-mix(in srgb, var(--panel) 92%, #fff), color-mix(in srgb, var(--panel) 70%, var(--ground))); border: 1px solid transparent; overflow: hidden; } .shell .result-open:hover { border-color: var(--accent); } .result.selected .result-open { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.badge { position: absolute; left: 10px; bottom: 10px; font-size: 12px; padding: 1px 9px; border-radius: 10px; background: var(--ink); color: var(--ground); } .result-select { position: absolute; right: 6px; top: 6px; padding: 6px; opacity: 0; transition: opacity .12s; } .result:hover .result-select, .result-select:focus-within, .result.selected .result-select { opacity: 1; } @media (hover: none) { .result-select { opacity: 1; } }
.result-text { display: grid; padding: 7px 4px 0; line-height: 1.3; min-width: 0; } .result-text > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .result-name { font-weight: 600; } .result-row { display: flex; justify-content: space-between; align-items: center; margin-left: -3px; }
.card-gap { display: block; aspect-ratio: 1; border-radius: 16px; background: color-mix(in srgb, var(--panel) 60%, transparent); }
.selection { position: fixed; z-index: 14; left: 50%; bottom: 20px; transform: translateX(-50%); display: flex; gap: 8px; align-items: center; padding: 8px 10px 8px 18px; background: var(--panel); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); } .selection b { white-space: nowrap; }
.binned li { display: flex; gap: 12px; align-items: center; justify-content: space-between; padding: 8px 0; } .binned li + li { border-top: 1px solid var(--line); } .binned b { display: block; font-weight: 600; overflow-wrap: anywhere; }
.words .examples { margin-bottom: 16px; } .palette { display: flex; flex-wrap: wrap; gap: 4px; } .shell .palette button { display: inline-flex; gap: 7px; align-items: center; padding: 4px 10px 4px 5px; border-radius: 15px; font-size: var(--small); border: 1px solid transparent; min-height: 28px; } .shell .palette button:hover { background: var(--panel); } .shell .palette button.on { background: var(--wash); border-color: var(--accent); color: var(--accent); font-weight: 600; }
.word-grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); gap: 16px 12px; margin-top: 8px; } .word-grid li { content-visibility: auto; contain-intrinsic-size: auto 204px; }
.shell .word { display: block; width: 100%; text-align: center; } .word-picture { display: block; aspect-ratio: 1; border-radius: 18px; overflow: hidden; background: var(--panel); transition: transform .18s; } .word-picture img { width: 100%; height: 100%; object-fit: cover; display: block; } .word:hover .word-picture { transform: translateY(-3px); } .word-picture.pending { background: linear-gradient(150deg, var(--panel), var(--panel-2)); }
.word-name { display: block; margin-top: 7px; font: 600 15px/1.25 var(--display); } .word-aliases { display: block; font-size: 12px; color: var(--muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.settings { max-width: 860px; margin: 0 auto; } .settings section { display: grid; gap: 12px; padding: 18px 0; border-top: 1px solid var(--line); justify-items: start; } .settings h2 { font-size: 18px; } .settings summary { cursor: pointer; color: var(--muted); font-size: var(--small); } .settings details[open] summary { margin-bottom: 10px; } .models { display: grid; gap: 9px; font-size: 13.5px; } .models li { display: flex; gap: 9px; } .models .icon { color: var(--good); margin-top: 2px; } .models .off .icon { color: var(--muted); } .models .bad .icon { color: var(--bad); } .models small { display: block; color: var(--muted); font-size: var(--small); overflow-wrap: anywhere; } .form .models { max-height: 200px; overflow: auto; margin-top: 8px; font-size: var(--small); } .form .models li { display: block; }

/* Dialogs and messages. */
.shell dialog { border: 1px solid var(--line); border-radius: 18px; padding: 0; background: var(--panel); color: var(--ink); box-shadow: var(--shadow); width: min(460px, calc(100vw - 24px)); max-height: calc(100vh - 32px); overflow: hidden; } .shell dialog.wide { width: min(720px, calc(100vw - 24px)); } .shell dialog::backdrop { background: rgba(25, 18, 10, .45); }
.dialog-body { display: flex; flex-direction: column; max-height: calc(100vh - 34px); } .dialog-body header { display: flex; align-items: center; justify-content: space-between; padding: 14px 14px 10px 20px; } .dialog-body h2 { font-size: 20px; overflow-wrap: anywhere; } .dialog-content { overflow: auto; padding: 4px 20px 18px; } .dialog-body footer { display: flex; gap: 12px; align-items: center; border-top: 1px solid var(--line); padding: 12px 20px; }
.export { display: grid; gap: 16px; } .export legend { font-size: var(--small); color: var(--muted); font-weight: 600; margin-bottom: 6px; padding: 0; } .export fieldset { display: grid; gap: 8px; min-width: 0; } .cards { display: flex; flex-wrap: wrap; gap: 6px; } .shell .card { padding: 8px 13px; border-radius: 11px; border: 1px solid var(--line); background: var(--panel-2); } .shell .card:hover { border-color: color-mix(in srgb, var(--ink) 40%, var(--line)); } .shell .card.on { border-color: var(--accent); background: var(--wash); color: var(--accent); } .shell .card.implied { border-style: dashed; border-color: var(--accent); } .cards.formats { display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); } .card b { display: block; } .card small { font-size: 12px; color: var(--muted); } .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(132px, 1fr)); gap: 10px; }
.toasts { position: absolute; z-index: 25; right: 14px; top: 60px; display: grid; gap: 8px; justify-items: end; pointer-events: none; } .view-make .toasts { top: 122px; right: calc(var(--right, 0px) + 14px); } .toast { pointer-events: auto; display: flex; gap: 10px; align-items: center; padding: 8px 8px 8px 16px; max-width: min(420px, calc(100vw - 28px)); background: var(--ink); color: var(--ground); border-radius: 13px; box-shadow: var(--shadow); overflow-wrap: anywhere; } .shell .toast .button { background: none; border-color: color-mix(in srgb, var(--ground) 40%, transparent); color: inherit; } .shell .toast .button.bare { border-color: transparent; } .toast.error { background: #7d1d14; color: #fff; }
.offline { position: absolute; z-index: 26; left: 50%; top: 8px; transform: translateX(-50%); background: #7d1d14; color: #fff; padding: 6px 16px !important; border-radius: 12px; font-size: var(--small); animation: bz-late .1s 2s both; }
.tabs { display: none; }

/* Between: the inspector narrower, the film in one column. */
@media (max-width: 1180px) and (min-width: 720px) {
  .strip { width: 116px; } .film { grid-template-columns: minmax(0, 1fr); } .strip h2 small, .queue-text small, .queue .button { display: none; } .strip footer .button span { display: none; } .inspector { width: 268px; } .queue .ring { width: 20px; height: 20px; }
  .tools .button.bare { width: 32px; } .shell .actions { grid-template-columns: 1fr; gap: 4px; } .actions .button { min-height: 32px; } .promptrow .segments button { padding: 2px 6px; }
}
@media (max-width: 900px) and (min-width: 720px) { .inspector { width: 226px; } .promptline { display: none; } .promptrow { justify-content: space-between; } }

/* A phone: the viewer on top, the prompt fixed below, tabs at the bottom. */
@media (max-width: 719px) {
  .topbar { height: 46px; padding: 0 8px; } .topbar nav { display: none; } .shell .making { max-width: 150px; }
  .tabs { position: absolute; z-index: 13; left: 0; right: 0; bottom: 0; height: 56px; display: flex; background: var(--panel); border-top: 1px solid var(--line); padding-bottom: env(safe-area-inset-bottom); }
  .shell .tabs button { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 1px; font-size: 11px; color: var(--muted); position: relative; } .shell .tabs button.on { color: var(--accent); font-weight: 600; } .shell .tabs button:disabled { opacity: .55; } .tabs small { position: absolute; top: 4px; left: calc(50% + 8px); min-width: 16px; text-align: center; font-size: 10.5px; line-height: 16px; background: var(--accent); color: var(--accent-ink); border-radius: 8px; }
  .center { bottom: 56px; } .promptbar { left: 8px; right: 8px; bottom: 64px; width: auto; transform: none; } .promptbar .chips { flex-wrap: nowrap; overflow-x: auto; justify-content: flex-start; scrollbar-width: none; } .promptbox { padding: 9px 9px 8px 14px; border-radius: 16px; } .promptrow { gap: 4px; flex-wrap: wrap; } .promptline { order: 9; flex-basis: 100%; text-align: left; } .shell .promptbox textarea { font-size: 17px; padding-bottom: 4px; } .promptrow .primary { margin-left: auto; min-width: 42px; width: 42px; min-height: 36px; padding: 0; position: relative; } .promptrow .primary span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .promptrow > .popover .button.small { font-size: 0; gap: 0; width: 34px; padding: 0; }
  .tools { top: 48px; left: 8px; right: 8px; transform: none; overflow-x: auto; scrollbar-width: none; justify-content: flex-start; } .tools .popover { position: static; } .tools .popover-panel, .tools .popover.align-start .popover-panel { position: fixed; left: 8px; right: 8px; top: 100px; transform: none; width: auto; max-width: none; } .tools .button.bare { width: 34px; flex: none; }
  .strip, .inspector { left: 0; right: 0; top: auto; bottom: 56px; width: auto; height: 56%; border-radius: 18px 18px 0 0; border-width: 1px 0 0; display: none; z-index: 11; } .shell.panel-queue .strip { display: flex; } .shell.panel-details.inspected .inspector { display: flex; } .shell.panel-queue .promptbar, .shell.panel-details.inspected .promptbar { display: none; } .shell.panel-queue .center, .shell.panel-details.inspected .center { bottom: calc(56px + 55.5%); } .film { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .inspector { overflow-y: auto; } .inspector-scroll { overflow: visible; flex: none; } .progress { top: 52px; padding: 4px 14px 4px 5px; width: max-content; } .gizmo { scale: .8; transform-origin: 100% 100%; }
  .message, .welcome, .batch, .views { top: 50px; } .views.dim { top: 108px; } .views.dim .views-grid { width: min(100%, calc(100vh - var(--bottom, 160px) - 200px)); } .page { inset: 46px 0 56px; padding: 12px 14px 40px; } .selection { bottom: 68px; width: calc(100vw - 16px); flex-wrap: wrap; justify-content: center; } .word-grid { grid-template-columns: repeat(3, 1fr); gap: 12px 8px; } .palette { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; margin: 0 -14px; padding: 0 14px; } .shell .palette button { flex: none; } .collections { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; } .searchbox { flex: 1 1 100%; }
  .views-grid { width: min(100%, calc(100vh - var(--bottom, 160px) - 150px)); gap: 6px; } .welcome-row .welcome-card { width: 30vw; } .welcome { justify-content: safe center; overflow-y: auto; } .welcome.inline { overflow: visible; } .toasts, .view-make .toasts { left: 8px; right: 8px; top: 102px; justify-items: stretch; } .batch-grid.n6, .batch-grid.n8 { grid-template-columns: repeat(2, minmax(0, 1fr)); } .batch { overflow-y: auto; justify-content: flex-start; }
}
@media (min-width: 1900px) { .strip { width: 268px; } .inspector { width: 352px; } .film { grid-template-columns: repeat(2, minmax(0, 1fr)); } .promptbar { max-width: 820px; width: 820px; } }
@media (max-height: 560px) { .promptbar .chips { display: none; } }
@media (prefers-reduced-motion: reduce) { .shell *, .shell *::before, .shell *::after { animation-duration: 0s !important; animation-iteration-count: 1 !important; transition: none !important; } .thumb-turn { animation: none; } .ring.turning { animation: none; } }
.shell:fullscreen, .center:fullscreen { width: 100vw; height: 100vh; }
`;var Ai=ie.words,yw=90;function m0(){let i=Re.value,[e,t]=ke(null);if(be(()=>{ot(async()=>t(await Ft("/words",{colour:i.colour})))},[i.colour]),!e)return p("main",{class:"page words",children:p("h1",{children:Ai.title})});if(!e.total)return p("main",{class:"page words",children:[p("h1",{children:Ai.title}),p("p",{class:"lead",children:Ai.free})]});let n=i.word.trim().toLowerCase(),s=e.objects.filter(r=>!n||[r.name,...r.aliases].some(o=>o.includes(n)));return p("main",{class:"page words","data-ready":"true",children:[p("h1",{children:Ai.title}),p("p",{class:"lead",children:Ce(Ai.lead,{n:Et(e.total),most:e.most})}),p("div",{class:"chips examples",children:e.examples.map(r=>p("button",{type:"button",class:"chip",onClick:()=>mt({prompt:r}),children:r},r))}),p("div",{class:"filters",role:"search",children:[p("label",{class:"searchbox",children:[p(Pt,{name:"search",size:16}),p("input",{type:"search","aria-label":Ai.search,placeholder:Ai.search,value:i.word,onInput:r=>$e({word:r.currentTarget.value})})]}),p("div",{class:"palette",role:"radiogroup","aria-label":Ai.colour,children:[p("button",{type:"button",role:"radio","aria-checked":String(!i.colour),class:i.colour?"":"on",onClick:()=>$e({colour:""}),children:[p("i",{class:"none"}),Ai.anyColour]}),e.adjectives.map(r=>p("button",{type:"button",role:"radio","aria-checked":String(i.colour===r),class:i.colour===r?"on":"",onClick:()=>$e({colour:i.colour===r?"":r}),children:[p("i",{style:{background:sf(r)}}),r]},r))]})]}),s.length===0&&p("p",{class:"message-line",children:Ce(Ai.noMatch,{search:i.word})}),p("ul",{class:"word-grid",children:s.map(r=>p(bw,{word:r},r.name))})]})}function bw({word:i}){let e=bt(null),[t,n]=ke("");be(()=>{let r=!1,o=0,a=0,c=!1,l=async()=>{if(r||!c)return;let u=ht(`/words/${encodeURIComponent(i.name)}/picture`),d=await fetch(u).catch(()=>null);if(!r){if(d?.status===200){n(URL.createObjectURL(await d.blob())),h.disconnect();return}(a+=1)<yw&&(o=setTimeout(l,1500))}},h=new IntersectionObserver(([u])=>{c=u.isIntersecting,clearTimeout(o),c&&(o=setTimeout(l,60))},{rootMargin:"150px"});return h.observe(e.current),()=>{r=!0,clearTimeout(o),h.disconnect()}},[i.name]);let{prompt:s}=i;return p("li",{ref:e,children:p("button",{type:"button",class:"word",title:[Ce(Ai.take,{prompt:s}),...i.aliases].join(", "),onClick:()=>mt({prompt:s}),children:[p("span",{class:`word-picture ${t?"":"pending"}`,children:t&&p("img",{src:t,alt:""})}),p("span",{class:"word-name",children:i.name}),p("span",{class:"word-aliases",children:i.aliases.slice(0,3).join(", ")||"\xA0"})]})})}var Mw=["make","library","words","settings"];function Sw(){let[i,e]=ke(window.matchMedia("(prefers-color-scheme: dark)").matches);return be(()=>{let t=window.matchMedia("(prefers-color-scheme: dark)"),n=()=>e(t.matches);return t.addEventListener("change",n),()=>t.removeEventListener("change",n)},[]),Ar.value==="system"?i?"dark":"light":Ar.value}function ww(){let i=Re.value,e=Gt.value.find(n=>n.status==="running"),t=i.view==="make"?Jd(bo(i)):ie.nav[i.view];be(()=>{let n=Cr.value?`(${Cr.value}) `:"",s=e&&mi(e)?`${Math.round(100*mi(e))} % `:"";document.title=`${n}${s}${t} \xB7 bozzetto`},[t,e&&Math.round(100*(mi(e)||0)),Cr.value]),be(()=>{let n=()=>{document.hidden||(Cr.value=0)};return document.addEventListener("visibilitychange",n),()=>document.removeEventListener("visibilitychange",n)},[])}function Tw(){let i=Re.value,e=Sw(),t=Mw.includes(i.view)?i.view:"make";ww(),be(hp,[]),be(Jf,[]),be(()=>{document.documentElement.style.colorScheme=e,document.documentElement.dataset.bzTheme=e,window.dispatchEvent(new Event("bozzetto-theme"))},[e]);let n=l0(i)&&Zt.value!==void 0;return p("div",{class:`shell view-${t} panel-${i.panel||"none"} ${n?"inspected":""}`,"data-theme":e,onKeyDown:s=>s.stopPropagation(),children:[p("a",{class:"skip",href:"#prompt",onClick:s=>{s.preventDefault(),s.currentTarget.getRootNode().querySelector("#prompt")?.focus()},children:ie.nav.skip}),p(Aw,{view:t,shade:e}),p(e0,{away:t!=="make"}),t==="make"&&p(mp,{}),t==="make"&&p(a0,{}),t==="library"&&p(u0,{}),t==="words"&&p(m0,{}),t==="settings"&&p(f0,{}),t==="make"&&p(Eg,{}),p(Ew,{view:t,panel:i.panel,inspected:n}),p(pp,{}),!ku.value&&p("p",{class:"offline",role:"alert",children:ie.error})]})}function Aw({view:i,shade:e}){let t=Gt.value.find(s=>s.status==="running"),n=Er.value.length;return p("header",{class:"topbar",children:[p("button",{type:"button",class:"brand",onClick:()=>mt({}),"aria-label":"bozzetto",children:[p(dp,{}),p("span",{children:"bozzetto"})]}),p("nav",{"aria-label":ie.menu,children:["make","library","words"].map(s=>p("button",{type:"button",class:i===s?"on":"","aria-current":i===s?"page":void 0,onClick:()=>$e({view:s}),children:ie.nav[s]},s))}),p("span",{class:"grow"}),Rr.value&&i!=="make"&&p("button",{type:"button",class:"making",onClick:()=>mt(t?.batch?{batch:t.batch}:t?{job:t.id}:{}),children:[p(qi,{value:t?mi(t):0,size:22}),p("span",{children:t?t.prompt:ie.nav.queue}),n>1&&p("small",{children:`+${n-1}`})]}),p(Ne,{icon:e==="dark"?"sun":"moon",label:ie.theme,bare:!0,onClick:()=>of(e==="dark"?"light":"dark")}),p(Ne,{icon:"settings",label:ie.nav.settings,bare:!0,pressed:i==="settings",onClick:()=>$e({view:"settings"})})]})}function Ew({view:i,panel:e,inspected:t}){let n=[["make","make",ie.nav.make,i==="make"&&!e,()=>$e({view:"make",panel:""})],["details","details",ie.nav.details,i==="make"&&e==="details",()=>$e({view:"make",panel:e==="details"?"":"details"})],["queue","queue",ie.nav.queue,i==="make"&&e==="queue",()=>$e({view:"make",panel:e==="queue"?"":"queue"})],["library","library",ie.nav.library,i==="library",()=>$e({view:"library",panel:""})],["words","words",ie.nav.words,i==="words",()=>$e({view:"words",panel:""})]];return p("nav",{class:"tabs","aria-label":ie.nav.make,children:n.map(([s,r,o,a,c])=>p("button",{type:"button",class:a?"on":"","aria-current":a?"page":void 0,disabled:s==="details"&&!t,onClick:c,children:[p(Pt,{name:r}),p("span",{children:o}),s==="queue"&&Er.value.length>0&&p("small",{children:Er.value.length})]},s))})}function wP(i){let e=document.createElement("style");e.textContent=p0;let t=document.createElement("div");t.className="bz",i.append(e,t);for(let s=i.host||i;s;s=s.parentElement)s.removeAttribute("tabindex"),s.tagName==="MAIN"&&s.setAttribute("role","presentation");let n=!1;return sp(Ft).then(()=>{n||(document.documentElement.lang=ie.language,Ru(p(Tw,{}),t),document.body.classList.add("bz-ready"))}),()=>{n=!0,Ru(null,t),e.remove(),t.remove()}}export{wP as mount};
